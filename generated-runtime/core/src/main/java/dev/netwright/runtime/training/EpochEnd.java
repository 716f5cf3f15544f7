package dev.netwright.runtime.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an epoch came to.
 *
 * @param epoch from 1
 * @param step training steps since the run began, those before it was resumed included
 * @param loss mean over the epoch, averaged as the run says
 * @param accuracy share of training images classified rightly, each evaluated before the step that learned it
 * @param test what the test images came to after the epoch; empty without test images
 * @param learningRate of the epoch's last step
 * @param best the best epoch so far, this one included, by the metric of {@link Training#best}; empty if every value was NaN
 * @param times where its time went
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
    /** Share of test images classified rightly after the epoch. */
    public OptionalDouble testAccuracy() {
        return test.map(result -> OptionalDouble.of(result.accuracy())).orElse(OptionalDouble.empty());
    }

    /** Mean cross-entropy of the test images after the epoch. */
    public OptionalDouble testLoss() {
        return test.map(result -> OptionalDouble.of(result.loss())).orElse(OptionalDouble.empty());
    }

    /** Of the whole epoch, evaluation included. */
    public double seconds() {
        return times.seconds();
    }

    /** Whether no earlier epoch was as good: {@code if (epoch.isBest()) save}. */
    public boolean isBest() {
        return best.isPresent() && best.get().epoch() == epoch;
    }

    EpochEnd withBest(Optional<BestEpoch> newBest) {
        return new EpochEnd(epoch, step, loss, accuracy, test, learningRate, newBest, times);
    }
}
