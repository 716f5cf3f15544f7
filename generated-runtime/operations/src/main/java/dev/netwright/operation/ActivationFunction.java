package dev.netwright.operation;

/** An elementwise function {@code y = f(x)} that a kernel applies to its result. */
public enum ActivationFunction {
    /** {@code y = x}. */
    IDENTITY("Identity"),
    /** {@code y = 1 / (1 + exp(-x))}; {@code dy/dx = y (1 - y)}. */
    SIGMOID("Sigmoid"),
    /** {@code y = max(x, 0)}; {@code dy/dx = 1} where {@code y > 0}, else 0. */
    RELU("ReLU"),
    /** {@code y = tanh(x)}; {@code dy/dx = 1 - y^2}. */
    TANH("Tanh");

    private final String torchName;

    ActivationFunction(String torchName) {
        this.torchName = torchName;
    }

    /** The name of PyTorch's module. */
    public String torchName() {
        return torchName;
    }

    /** Whether it commutes with multiplication by a number of at least 0, and so with dropout. */
    public boolean isPositivelyHomogeneous() {
        return this == IDENTITY || this == RELU;
    }
}
