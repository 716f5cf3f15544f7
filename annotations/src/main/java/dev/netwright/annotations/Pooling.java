package dev.netwright.annotations;

/** How a pooling window becomes one number. */
public enum Pooling {
    /** The largest value of the window. */
    MAX,
    /** The mean of the window. */
    AVERAGE
}
