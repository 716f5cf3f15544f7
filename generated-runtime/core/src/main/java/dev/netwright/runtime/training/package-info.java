/**
 * Training: the options of a run, the optimizers, and the one training loop. Screens and files aren't known here;
 * reports are listeners.
 */
@NullMarked
package dev.netwright.runtime.training;

import org.jspecify.annotations.NullMarked;
