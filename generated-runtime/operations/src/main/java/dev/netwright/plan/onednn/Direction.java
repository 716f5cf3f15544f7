package dev.netwright.plan.onednn;

/** The result of a convolution primitive. */
public enum Direction {
    /** The output. */
    FORWARD,

    /** The gradient of the input. */
    INPUT_GRADIENT,

    /** The gradients of weight and bias. */
    WEIGHT_GRADIENT
}
