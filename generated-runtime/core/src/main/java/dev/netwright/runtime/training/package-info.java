/**
 * How a network learns: the options of a run, the optimizers, and the one training loop.
 * What a run looks like on a screen or in a file isn't known here; listeners are told of it.
 */
@NullMarked
package dev.netwright.runtime.training;

import org.jspecify.annotations.NullMarked;
