package dev.netwright.runtime.training;

import dev.netwright.operation.Target;
import java.util.Locale;
import java.util.OptionalDouble;

/** A number by which a run's epochs are compared. */
public enum Metric {
    /** {@link EpochEnd#loss()}; lower is better. */
    TRAINING_LOSS(false) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return OptionalDouble.of(epoch.loss());
        }
    },
    /** {@link EpochEnd#accuracy()}; higher is better. */
    TRAINING_ACCURACY(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return OptionalDouble.of(epoch.accuracy());
        }
    },
    /** {@link EpochEnd#testLoss()}; lower is better. Needs {@link Training#test}. */
    TEST_LOSS(false) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return epoch.testLoss();
        }
    },
    /** {@link EpochEnd#testAccuracy()}; higher is better. Needs {@link Training#test}. */
    TEST_ACCURACY(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return epoch.testAccuracy();
        }
    },
    /** {@link LabelEvaluation#meanAveragePrecision()} of the test images, for several labels; higher is better. */
    TEST_MEAN_AVERAGE_PRECISION(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return score(epoch);
        }
    },
    /** {@link PixelEvaluation#meanIoU()} of the test images, for classes of pixels; higher is better. */
    TEST_MEAN_IOU(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return score(epoch);
        }
    },
    /** {@link PixelEvaluation#accuracy()} of the test images, for classes of pixels; higher is better. */
    TEST_PIXEL_ACCURACY(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return score(epoch);
        }
    },
    /** {@link NumberEvaluation#meanAbsoluteError()} of the test images, for numbers; lower is better. */
    TEST_MEAN_ABSOLUTE_ERROR(false) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return score(epoch);
        }
    },
    /** {@link NumberEvaluation#rootMeanSquaredError()} of the test images, for numbers; lower is better. */
    TEST_ROOT_MEAN_SQUARED_ERROR(false) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return score(epoch);
        }
    },
    /** {@link NumberEvaluation#r2()} of the test images, for numbers; higher is better. */
    TEST_R2(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return score(epoch);
        }
    };

    private final boolean higherIsBetter;

    Metric(boolean higherIsBetter) {
        this.higherIsBetter = higherIsBetter;
    }

    OptionalDouble score(EpochEnd epoch) {
        return epoch.test().map(result -> result.score(this)).orElse(OptionalDouble.empty());
    }

    /**
     * Whether networks have the metric.
     *
     * @param target what a network learns of each image
     * @return true for a loss; for an accuracy, if the target is classes or labels; and for the others, if it is theirs
     */
    public boolean isOf(Target target) {
        return switch (this) {
            case TRAINING_LOSS, TEST_LOSS -> true;
            case TRAINING_ACCURACY, TEST_ACCURACY ->
                target instanceof Target.OneClass || target instanceof Target.SeveralLabels;
            case TEST_MEAN_IOU, TEST_PIXEL_ACCURACY -> target instanceof Target.PerPixel;
            case TEST_MEAN_AVERAGE_PRECISION -> target instanceof Target.SeveralLabels;
            case TEST_MEAN_ABSOLUTE_ERROR, TEST_ROOT_MEAN_SQUARED_ERROR, TEST_R2 -> target instanceof Target.Numbers;
        };
    }

    /** The metric that compares epochs unless the run names one. */
    static Metric usual(Target target) {
        if (target instanceof Target.OneClass) {
            return TEST_ACCURACY;
        }
        if (target instanceof Target.PerPixel) {
            return TEST_MEAN_IOU;
        }
        return target instanceof Target.SeveralLabels ? TEST_MEAN_AVERAGE_PRECISION : TEST_LOSS;
    }

    /**
     * The metric's value in an epoch.
     *
     * @param epoch results of the epoch
     * @return the value; empty if the metric needs test images and the run has none
     */
    public abstract OptionalDouble of(EpochEnd epoch);

    /** {@return the metric's name for messages, such as "test accuracy"} */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@return whether higher values are better} */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /**
     * Whether a value is better than another. NaN is neither better nor worse than anything.
     *
     * @param value the new value
     * @param than the value to compare with
     * @return true if {@code value} is strictly better
     */
    public boolean isBetter(double value, double than) {
        return higherIsBetter ? value > than : value < than;
    }

    /** {@return whether the metric needs test images} */
    public boolean needsTest() {
        return this != TRAINING_LOSS && this != TRAINING_ACCURACY;
    }
}
