/**
 * Files that TensorBoard reads: scalars over steps.
 * What is measured isn't known here, and nothing else of TensorFlow is spoken.
 */
@NullMarked
package dev.netwright.runtime.tensorboard;

import org.jspecify.annotations.NullMarked;
