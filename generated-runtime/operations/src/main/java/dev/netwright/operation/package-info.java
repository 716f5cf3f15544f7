/**
 * What a network computes, as plain data: its layers as the paper lists them, and the operations that each of its programs runs.
 * Nothing here computes, allocates or knows a kernel set; each operation states its formula in its Javadoc.
 */
@NullMarked
package dev.netwright.operation;

import org.jspecify.annotations.NullMarked;
