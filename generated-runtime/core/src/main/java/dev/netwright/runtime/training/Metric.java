package dev.netwright.runtime.training;

import java.util.Locale;
import java.util.OptionalDouble;

/** A number by which epochs of a run are compared. */
public enum Metric {
    /** {@link EpochEnd#loss()}, which is to fall. */
    TRAINING_LOSS(false) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return OptionalDouble.of(epoch.loss());
        }
    },
    /** {@link EpochEnd#accuracy()}, which is to rise. */
    TRAINING_ACCURACY(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return OptionalDouble.of(epoch.accuracy());
        }
    },
    /** {@link EpochEnd#testLoss()}, which is to fall; only runs with {@link Training#test} have it. */
    TEST_LOSS(false) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return epoch.testLoss();
        }
    },
    /** {@link EpochEnd#testAccuracy()}, which is to rise; only runs with {@link Training#test} have it. */
    TEST_ACCURACY(true) {
        @Override
        public OptionalDouble of(EpochEnd epoch) {
            return epoch.testAccuracy();
        }
    };

    private final boolean isToRise;

    Metric(boolean isToRise) {
        this.isToRise = isToRise;
    }

    /** Its value in an epoch, if the run has it. */
    public abstract OptionalDouble of(EpochEnd epoch);

    /** For a person, such as "test accuracy". */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether larger values are better. */
    public boolean isToRise() {
        return isToRise;
    }

    /** Whether a value is better than another; neither than NaN nor if it is NaN. */
    public boolean isBetter(double value, double than) {
        return isToRise ? value > than : value < than;
    }

    /** Whether only runs with test images have it. */
    public boolean needsTest() {
        return this == TEST_LOSS || this == TEST_ACCURACY;
    }
}
