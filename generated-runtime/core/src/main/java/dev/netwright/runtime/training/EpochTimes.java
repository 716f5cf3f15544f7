package dev.netwright.runtime.training;

/**
 * Where an epoch's time went. The part of an epoch that was learned before a run was resumed isn't counted.
 *
 * @param seconds of the whole epoch, evaluation and listeners included
 * @param trainingSeconds of training steps: forward, backward, update
 * @param waitedSeconds of waiting for batches that weren't ready
 * @param imagesPerSecond training images by the time of training steps
 */
public record EpochTimes(double seconds, double trainingSeconds, double waitedSeconds, double imagesPerSecond) {}
