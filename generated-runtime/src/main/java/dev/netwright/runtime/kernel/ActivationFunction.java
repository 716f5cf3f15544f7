package dev.netwright.runtime.kernel;

/** An elementwise function {@code y = f(x)} that a kernel applies to its result. */
public enum ActivationFunction {
    /** {@code y = x}. */
    IDENTITY,
    /** {@code y = 1 / (1 + exp(-x))}; {@code dy/dx = y (1 - y)}. */
    SIGMOID,
    /** {@code y = max(x, 0)}; {@code dy/dx = 1} where {@code y > 0}, else 0. */
    RELU,
    /** {@code y = tanh(x)}; {@code dy/dx = 1 - y^2}. */
    TANH
}
