package dev.netwright.nd4j;

import dev.netwright.operation.RunningVariance;

/**
 * How a batch norm treats a batch's statistics.
 *
 * @param epsilon added to the variance
 * @param momentum share of the new batch in the running statistics
 * @param kept which variance the running statistics keep
 */
record NormStatistics(double epsilon, double momentum, RunningVariance kept) {
    /** The share of a batch's biased variance in the running variance, for a number of values in each channel. */
    double varianceShare(double values) {
        return kept == RunningVariance.UNBIASED ? momentum * (values / (values - 1)) : momentum;
    }
}
