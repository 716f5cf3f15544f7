package dev.netwright.runtime.kernel;

/**
 * Convolution with bias and activation.
 *
 * <p>With input {@code x[N, C, H, W]}, weight {@code w[O, C / G, kh, kw]}, bias {@code b[O]}, stride s, padding p and
 * dilation d: {@code y[n, o, i, j] = f(b[o] + sum over c, u, v of w[o, c, u, v] x[n, c', i s + u d - p, j s + v d - p])},
 * values outside the image being 0 (a correlation, as in PyTorch). The weight's second side tells the number of groups G:
 * output channel o reads the C / G input channels {@code c' = c + floor(o G / O) C / G}. Without a bias in the parameter
 * table, b is 0.
 *
 * <p>Backward, with {@code g = gradOutput f'}: {@code gradBias[o] = sum over n, i, j of g};
 * {@code gradWeight[o, c, u, v] = sum over n, i, j of g[n, o, i, j] x[n, c', i s + u d - p, j s + v d - p]};
 * {@code gradInput} is the sum of {@code w g} over every output that saw the pixel, and is left out for the images.
 */
public interface ConvBiasActivation extends Kernel {}
