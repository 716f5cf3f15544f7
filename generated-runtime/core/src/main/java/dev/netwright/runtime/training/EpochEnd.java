package dev.netwright.runtime.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Results of an epoch.
 *
 * @param epoch number of the epoch, from 1
 * @param step training steps since the start of the run, including those before it was resumed
 * @param loss mean loss of the epoch, averaged as {@link Training#lossAveraging} says
 * @param accuracy share of training images classified correctly, or with all of their labels right and no other, each
 *     evaluated before the step that learns it; NaN for numbers
 * @param test results on the test images after the epoch; empty without test images
 * @param learningRate learning rate of the epoch's last step
 * @param best the best epoch so far, including this one, by the metric of {@link Training#best}; empty if every value
 *     was NaN
 * @param times how the epoch's time was spent
 */
public record EpochEnd(
        int epoch,
        int step,
        double loss,
        double accuracy,
        Optional<TestResult> test,
        double learningRate,
        Optional<BestEpoch> best,
        EpochTimes times) {
    /** {@return the share of test images classified correctly after the epoch; empty without test images} */
    public OptionalDouble testAccuracy() {
        return test.map(result -> OptionalDouble.of(result.accuracy())).orElse(OptionalDouble.empty());
    }

    /** {@return the mean of the network's loss on the test images after the epoch; empty without test images} */
    public OptionalDouble testLoss() {
        return test.map(result -> OptionalDouble.of(result.loss())).orElse(OptionalDouble.empty());
    }

    /** {@return the duration of the whole epoch in seconds, evaluation included} */
    public double seconds() {
        return times.seconds();
    }

    /**
     * Whether this epoch is the best so far: {@code if (epoch.isBest()) save}.
     *
     * @return true if no earlier epoch was as good
     */
    public boolean isBest() {
        return best.isPresent() && best.get().epoch() == epoch;
    }

    EpochEnd withBest(Optional<BestEpoch> newBest) {
        return new EpochEnd(epoch, step, loss, accuracy, test, learningRate, newBest, times);
    }
}
