package dev.netwright.runtime.kernel;

/**
 * Local response normalization across channels: {@code y[c] = x[c] s[c]^-beta} with
 * {@code s[c] = k + alpha / size * sum of x[d]^2}, d within {@code (size - 1) / 2} channels of c (Krizhevsky et al., 2012,
 * section 3.3, with alpha divided by size as in PyTorch).
 *
 * <p>Backward: {@code gradInput[c] = gradOutput[c] s[c]^-beta - 2 alpha beta / size x[c] sum of gradOutput[d] y[d] / s[d]}.
 */
public interface LocalResponseNorm extends Kernel {}
