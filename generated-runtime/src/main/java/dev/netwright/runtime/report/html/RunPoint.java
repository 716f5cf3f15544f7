package dev.netwright.runtime.report.html;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A point of a run's curves.
 *
 * @param step steps learned so far
 * @param epoch epochs learned so far, with fractions
 * @param loss of the epoch so far
 * @param accuracy of the epoch so far, each image judged before the step that learned it
 * @param testLoss after an epoch, if there are test images
 * @param testAccuracy after an epoch, if there are test images
 * @param learningRate of the last step
 * @param imagesPerSecond since the point before, by the time of the steps alone
 * @param time when
 */
public record RunPoint(
        long step,
        double epoch,
        double loss,
        double accuracy,
        OptionalDouble testLoss,
        OptionalDouble testAccuracy,
        double learningRate,
        double imagesPerSecond,
        Instant time) {
    /** The same with what the test images gave. */
    public RunPoint tested(OptionalDouble newTestLoss, OptionalDouble newTestAccuracy) {
        return new RunPoint(
                step, epoch, loss, accuracy, newTestLoss, newTestAccuracy, learningRate, imagesPerSecond, time);
    }
}
