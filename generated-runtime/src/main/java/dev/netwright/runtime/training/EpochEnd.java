package dev.netwright.runtime.training;

import java.util.OptionalDouble;

/**
 * What an epoch came to.
 *
 * @param epoch from 1
 * @param loss mean over the epoch, averaged as the run says
 * @param accuracy share of training images classified rightly, each judged before the step that learned it
 * @param testAccuracy share of test images classified rightly after the epoch
 * @param seconds of the whole epoch, evaluation included
 */
public record EpochEnd(int epoch, double loss, double accuracy, OptionalDouble testAccuracy, double seconds) {}
