package dev.netwright.runtime.training;

/** How the losses of an epoch's batches become one number; they differ where the last batch is smaller. */
public enum LossAveraging {
    /** Every image counts the same. */
    IMAGES,
    /** Every batch counts the same. */
    BATCHES
}
