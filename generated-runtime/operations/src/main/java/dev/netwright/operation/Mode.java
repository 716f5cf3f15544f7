package dev.netwright.operation;

/** What a program is for. */
public enum Mode {
    /** Forward, loss and backward. */
    TRAINING,
    /** Forward only. */
    INFERENCE
}
