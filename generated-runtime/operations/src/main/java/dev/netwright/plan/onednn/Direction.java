package dev.netwright.plan.onednn;

/** What a convolution's primitive computes. */
public enum Direction {
    /** The output. */
    FORWARD,

    /** The gradient of the input. */
    INPUT_GRADIENT,

    /** The gradients of weight and bias. */
    WEIGHT_GRADIENT
}
