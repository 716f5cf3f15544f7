package dev.netwright.runtime.kernel;

/**
 * Convolution, batch norm with running statistics and activation, in inference programs alone:
 * {@code y = f((b + w * x - runningMean) gamma / sqrt(runningVar + epsilon) + beta)}, with the convolution of
 * {@link ConvBiasActivation} and the numbers of {@link NormActivation}.
 */
public interface ConvNormActivation extends Kernel {}
