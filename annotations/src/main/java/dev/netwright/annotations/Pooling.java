package dev.netwright.annotations;

/** How a pool reduces a window to one number. */
public enum Pooling {
    /** The largest value of the window. */
    MAX,
    /** The mean of the window. */
    AVERAGE
}
