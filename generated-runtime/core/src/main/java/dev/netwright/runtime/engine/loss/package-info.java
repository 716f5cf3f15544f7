/**
 * Losses that the host computes for any kernel set: a batch's outputs and targets in, the loss and its gradient out. Each class is one
 * formula. Outputs are few, so this costs nothing beside the layers. How values reach a device isn't known here.
 */
@NullMarked
package dev.netwright.runtime.engine.loss;

import org.jspecify.annotations.NullMarked;
