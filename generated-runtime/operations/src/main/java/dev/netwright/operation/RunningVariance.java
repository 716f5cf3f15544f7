package dev.netwright.operation;

/** What batch norm keeps of a batch's variance for inference. */
public enum RunningVariance {
    /** The sum of squares divided by m - 1, as PyTorch keeps it. */
    UNBIASED,
    /** The sum of squares divided by m, as it normalizes with. */
    BIASED
}
