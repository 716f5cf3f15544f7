/**
 * The host's side of a bound program, the same for every kernel set of ours: images, labels and the number of the step in,
 * logits out. Nothing here computes, and how values reach a device is the kernel set's affair.
 */
@NullMarked
package dev.netwright.runtime.engine.session;

import org.jspecify.annotations.NullMarked;
