/**
 * What a network computes, as plain data: its layers as the paper lists them, their forms before anything is known of what they read, and the operations that each of its programs runs;
 * and how long sums are cut and means divided, which all kernel sets have in common.
 * Nothing here computes values, allocates or knows a kernel set; each operation states its formula in its Javadoc.
 */
@NullMarked
package dev.netwright.operation;

import org.jspecify.annotations.NullMarked;
