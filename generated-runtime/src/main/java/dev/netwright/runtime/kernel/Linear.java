package dev.netwright.runtime.kernel;

/**
 * Fully connected layer with bias and activation: {@code y[N, O] = f(x[N, I] w[O, I]^T + b[O])}, where an image is read as
 * the vector of its channels, rows and columns, in this order. Without a bias in the parameter table, b is 0.
 *
 * <p>Backward, with {@code g = gradOutput f'}: {@code gradInput = g w}, {@code gradWeight = g^T x},
 * {@code gradBias = sum over n of g}.
 */
public interface Linear extends Kernel {}
