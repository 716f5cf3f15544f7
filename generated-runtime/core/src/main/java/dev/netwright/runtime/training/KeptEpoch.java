package dev.netwright.runtime.training;

/** Which epoch's weights a network has after training. */
public enum KeptEpoch {
    /** Those of the best epoch, by {@link Training#bestMetric()}. */
    BEST,
    /** Those of the last step. */
    LAST
}
