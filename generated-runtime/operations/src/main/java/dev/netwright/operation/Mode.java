package dev.netwright.operation;

/** What a binding is for. */
public enum Mode {
    /** Forward, loss and backward. */
    TRAINING,
    /** Forward only. */
    INFERENCE
}
