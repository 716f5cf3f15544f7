package dev.netwright.runtime.network;

/**
 * What a short try of a run found.
 *
 * @param secondsPerEpoch about what an epoch will take: the second batch's pace, test images included; the first batch, which warms up, isn't counted
 * @param savedBytes size of the weights file, which was read again
 */
public record DryRun(double secondsPerEpoch, long savedBytes) {}
