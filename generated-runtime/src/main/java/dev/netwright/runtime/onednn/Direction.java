package dev.netwright.runtime.onednn;

/** What a convolution's primitive computes. */
enum Direction {
    /** The output. */
    FORWARD,

    /** The gradient of the input. */
    INPUT_GRADIENT,

    /** The gradients of weight and bias. */
    WEIGHT_GRADIENT
}
