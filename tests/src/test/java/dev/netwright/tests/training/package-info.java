/**
 * What options of a run do to the weights, compared with the same computed by hand. How a run is stopped and resumed
 * otherwise is tested in {@code checkpoints}; what single kernels compute in {@code kernels}.
 */
@NullMarked
package dev.netwright.tests.training;

import org.jspecify.annotations.NullMarked;
