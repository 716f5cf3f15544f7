/**
 * What a kernel is made of: primitives, loops over slabs and work of the host, planned before memory exists and bound to it later.
 * Nothing here knows an operation, a parameter or a choice between ways.
 */
@NullMarked
package dev.netwright.onednn.step;

import org.jspecify.annotations.NullMarked;
