/**
 * How parameters get their first values: pure functions of a parameter's shape and a counter-based random stream.
 * No memory of a kernel set and no training is known here.
 */
@NullMarked
package dev.netwright.runtime.initialization;

import org.jspecify.annotations.NullMarked;
