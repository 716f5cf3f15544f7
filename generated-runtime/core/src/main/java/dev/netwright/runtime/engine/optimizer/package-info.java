/**
 * Optimizers' formulas in Java, over parameters that lie in the process's own memory, for every kernel set that has
 * none of its own. Nothing here owns memory or knows a kernel set: vectors come as direct buffers.
 */
@NullMarked
package dev.netwright.runtime.engine.optimizer;

import org.jspecify.annotations.NullMarked;
