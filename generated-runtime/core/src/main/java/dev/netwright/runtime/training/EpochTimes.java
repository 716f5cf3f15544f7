package dev.netwright.runtime.training;

/**
 * How an epoch's time was spent. A part of the epoch before the run was resumed isn't counted.
 *
 * @param seconds time of the whole epoch, including evaluation and listeners
 * @param trainingSeconds time of the training steps: forward, backward, update
 * @param waitedSeconds time spent waiting for batches
 * @param imagesPerSecond training images per second of training steps
 */
public record EpochTimes(double seconds, double trainingSeconds, double waitedSeconds, double imagesPerSecond) {}
