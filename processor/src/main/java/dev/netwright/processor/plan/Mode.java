package dev.netwright.processor.plan;

/** The two programs of a network. */
public enum Mode {
    /** Forward, loss and backward. */
    TRAINING,
    /** Forward only, without dropout. */
    INFERENCE
}
