package dev.netwright.annotations;

/** Which variance of a batch enters a batch norm's running variance. Training always normalizes with the biased one. */
public enum RunningVariance {
    /** The sum of squared deviations divided by one less than the number of values, as in PyTorch. */
    UNBIASED,
    /**
     * The sum of squared deviations divided by the number of values, as in the paper's text and in many implementations
     * from scratch.
     */
    BIASED
}
