package dev.netwright.operation;

/** The purpose of a program. */
public enum Mode {
    /** Forward, loss and backward passes. */
    TRAINING,
    /** The forward pass only. */
    INFERENCE
}
