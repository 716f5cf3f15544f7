package dev.netwright.runtime.kernel;

/**
 * Batch norm and activation (Ioffe and Szegedy, 2015, algorithms 1 and 2), for each channel c over {@code x[N, C, H, W]},
 * or each feature of {@code x[N, C]}.
 *
 * <p>Training, with m values in a channel: {@code mean = 1/m sum of x}, {@code var = 1/m sum of (x - mean)^2},
 * {@code xhat = (x - mean) / sqrt(var + epsilon)}, {@code y = f(gamma xhat + beta)}. Forward also moves the running
 * statistics: {@code runningMean = (1 - momentum) runningMean + momentum mean}, and {@code runningVar} likewise with
 * {@code var}, or with {@code var m / (m - 1)} if it is to be unbiased.
 *
 * <p>Inference: {@code y = f(gamma (x - runningMean) / sqrt(runningVar + epsilon) + beta)}.
 *
 * <p>Backward, with {@code g = gradOutput f'}: {@code gradBeta = sum of g}, {@code gradGamma = sum of g xhat},
 * {@code gradInput = gamma / sqrt(var + epsilon) (g - gradBeta / m - xhat gradGamma / m)}.
 */
public interface NormActivation extends Kernel {}
