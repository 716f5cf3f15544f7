/**
 * Initial values of parameters, as pure functions of a parameter's shape and a counter-based random stream. Kernel
 * sets' memory and training aren't known here.
 */
@NullMarked
package dev.netwright.runtime.initialization;

import org.jspecify.annotations.NullMarked;
