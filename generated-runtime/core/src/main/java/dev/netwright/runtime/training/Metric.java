package dev.netwright.runtime.training;

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
    };

    private final boolean higherIsBetter;

    Metric(boolean higherIsBetter) {
        this.higherIsBetter = higherIsBetter;
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
        return this == TEST_LOSS || this == TEST_ACCURACY;
    }
}
