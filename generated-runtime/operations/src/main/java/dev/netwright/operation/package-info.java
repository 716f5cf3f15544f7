/**
 * A network as plain data: its layers as the paper lists them, their forms before their inputs are known, and the
 * operations of each program. How sums are split and means divided is here too, because all kernel sets share it.
 * Nothing here computes values, allocates memory or depends on a kernel set; each operation states its formula in its
 * Javadoc.
 */
@NullMarked
package dev.netwright.operation;

import org.jspecify.annotations.NullMarked;
