/**
 * The host's side of a bound program, the same for all of the runtime's kernel sets: images, labels and the step's
 * number in, logits out. Nothing here computes, and how values reach a device is up to the kernel set.
 */
@NullMarked
package dev.netwright.runtime.engine.session;

import org.jspecify.annotations.NullMarked;
