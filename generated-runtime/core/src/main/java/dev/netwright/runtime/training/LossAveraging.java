package dev.netwright.runtime.training;

/** How the losses of an epoch's batches are averaged. The two ways differ only if the last batch is smaller. */
public enum LossAveraging {
    /** Every image has the same weight. */
    IMAGES,
    /** Every batch has the same weight. */
    BATCHES
}
