package dev.netwright.operation;

/** Whether a layer adds a trained bias. */
public enum Bias {
    /** It does. */
    TRAINED,
    /** It adds nothing, as a layer before a norm. */
    NONE
}
