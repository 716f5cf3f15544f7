package dev.netwright.operation;

/** Which variance of a batch enters batch norm's running variance. */
public enum RunningVariance {
    /** The sum of squared deviations divided by m - 1, as in PyTorch. */
    UNBIASED,
    /** The sum of squared deviations divided by m, with which training normalizes. */
    BIASED
}
