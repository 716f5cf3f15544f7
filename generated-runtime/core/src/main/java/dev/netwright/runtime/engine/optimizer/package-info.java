/**
 * Optimizers' formulas in Java, over parameters in the process's own memory, for kernel sets that have none of their
 * own. Nothing here owns memory or knows a kernel set: vectors come as direct buffers.
 */
@NullMarked
package dev.netwright.runtime.engine.optimizer;

import org.jspecify.annotations.NullMarked;
