package dev.netwright.runtime.training;

/** Whose weights a network has when its training has ended. */
public enum KeptEpoch {
    /** Those of the best epoch, by {@link Training#bestMetric()}. */
    BEST,
    /** Those of the last step. */
    LAST
}
