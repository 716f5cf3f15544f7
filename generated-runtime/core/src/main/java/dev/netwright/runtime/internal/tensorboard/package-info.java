/**
 * Event files for TensorBoard: scalars over steps. The meaning of the scalars isn't known here, and no other format of
 * TensorFlow is supported.
 */
@NullMarked
package dev.netwright.runtime.internal.tensorboard;

import org.jspecify.annotations.NullMarked;
