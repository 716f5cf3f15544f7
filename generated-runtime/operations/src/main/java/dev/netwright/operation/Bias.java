package dev.netwright.operation;

/** Whether a layer adds a trained bias. */
public enum Bias {
    /** The layer adds a trained number to each output channel. */
    TRAINED,
    /** The layer has no bias, as before a norm, which would cancel it. */
    NONE
}
