/**
 * Finds options of a run by short runs of its own: the learning rate.
 * Networks are trained here by their public face alone, and none that a caller has is changed.
 */
@NullMarked
package dev.netwright.runtime.tuning;

import org.jspecify.annotations.NullMarked;
