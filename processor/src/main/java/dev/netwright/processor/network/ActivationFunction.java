package dev.netwright.processor.network;

/** An elementwise nonlinearity; the constants are named as in the annotations and in the runtime. */
public enum ActivationFunction {
    /** No nonlinearity. */
    IDENTITY,
    /** Logistic function. */
    SIGMOID,
    /** Rectifier. */
    RELU,
    /** Hyperbolic tangent. */
    TANH;

    /** Whether it commutes with multiplication by a number of at least 0, and so with dropout. */
    public boolean isPositivelyHomogeneous() {
        return this == IDENTITY || this == RELU;
    }
}
