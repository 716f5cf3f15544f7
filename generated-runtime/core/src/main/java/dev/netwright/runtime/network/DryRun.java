package dev.netwright.runtime.network;

/**
 * The results of a dry run.
 *
 * @param secondsPerEpoch estimated duration of an epoch, test images included; it is the second batch's pace, since the
 *     first batch also warms up
 * @param savedBytes size of the weights file that was saved and loaded again
 */
public record DryRun(double secondsPerEpoch, long savedBytes) {}
