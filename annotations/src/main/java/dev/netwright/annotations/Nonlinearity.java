package dev.netwright.annotations;

/** The elementwise function after a convolution or a hidden fully connected layer. */
public enum Nonlinearity {
    /** {@code y = 1 / (1 + exp(-x))}. */
    SIGMOID,
    /** {@code y = max(x, 0)}. */
    RELU,
    /** {@code y = tanh(x)}. */
    TANH
}
