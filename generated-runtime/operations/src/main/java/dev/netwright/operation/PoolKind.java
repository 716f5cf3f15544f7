package dev.netwright.operation;

/** How a pool reduces its window. */
public enum PoolKind {
    /** The largest value; its gradient goes to the first position that holds it. */
    MAX,
    /** The mean over the window, padding included, as PyTorch counts by default. */
    AVERAGE
}
