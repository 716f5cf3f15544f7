package dev.netwright.processor.network;

/** How a pool reduces its window; the constants are named as in the annotations and in the runtime. */
public enum PoolKind {
    /** Largest value. */
    MAX,
    /** Mean. */
    AVERAGE
}
