package dev.netwright.runtime.training;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The outcome of a k-fold cross-validation: a network for each fold, trained on the other folds and evaluated on this
 * one.
 *
 * @param network full name of the generated class
 * @param folds the outcomes in the order of the folds, at least two
 */
public record CrossValidation(String network, List<FoldOutcome> folds) {
    /**
     * Copies the list.
     *
     * @param network full name of the generated class
     * @param folds the outcomes in the order of the folds, at least two
     * @throws IllegalArgumentException if there are fewer than two
     */
    public CrossValidation {
        folds = List.copyOf(folds);
        if (folds.size() < 2) {
            throw new IllegalArgumentException("a cross-validation has at least 2 folds, found " + folds.size());
        }
    }

    /** A number that each fold has. */
    public enum Quantity {
        /** The share of images that are classified correctly. */
        ACCURACY("accuracy") {
            @Override
            public double of(FoldOutcome fold) {
                return fold.evaluation().accuracy();
            }
        },
        /** The mean of the spec's loss, without label smoothing, weights and auxiliary heads; at least 0. */
        LOSS("loss") {
            @Override
            public double of(FoldOutcome fold) {
                return fold.loss();
            }
        },
        /** The mean precision of the classes. */
        PRECISION("precision") {
            @Override
            public double of(FoldOutcome fold) {
                return fold.evaluation().precision();
            }
        },
        /** The mean recall of the classes. */
        RECALL("recall") {
            @Override
            public double of(FoldOutcome fold) {
                return fold.evaluation().recall();
            }
        },
        /** The mean F1 of the classes. */
        F1("F1") {
            @Override
            public double of(FoldOutcome fold) {
                return fold.evaluation().f1();
            }
        };

        private final String text;

        Quantity(String text) {
            this.text = text;
        }

        /** {@return its name in reports} */
        public String text() {
            return text;
        }

        /**
         * The quantity of one fold.
         *
         * @param fold the outcome of the fold
         * @return the value
         */
        public abstract double of(FoldOutcome fold);
    }

    /**
     * The mean of a quantity over the folds.
     *
     * @param quantity the quantity
     * @return the sum over the folds divided by their number
     */
    public double mean(Quantity quantity) {
        return mean(quantity::of);
    }

    /**
     * The standard deviation of a quantity over the folds: {@code sqrt(sum (x - mean)^2 / (k - 1))}, the estimate from a
     * sample (NumPy's {@code std(ddof=1)}).
     *
     * @param quantity the quantity
     * @return at least 0
     */
    public double standardDeviation(Quantity quantity) {
        return standardDeviation(quantity::of);
    }

    /**
     * The mean of any number over the folds.
     *
     * @param value the number of one fold
     * @return the sum over the folds divided by their number
     */
    public double mean(ToDoubleFunction<FoldOutcome> value) {
        return folds.stream().mapToDouble(value).sum() / folds.size();
    }

    /**
     * The standard deviation of any number over the folds; see {@link #standardDeviation(Quantity)}.
     *
     * @param value the number of one fold
     * @return at least 0
     */
    public double standardDeviation(ToDoubleFunction<FoldOutcome> value) {
        double mean = mean(value);
        double squares = folds.stream()
                .mapToDouble(value)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        return Math.sqrt(squares / (folds.size() - 1));
    }

    /** {@return the names of the classes} */
    public List<String> labels() {
        return folds.get(0).evaluation().labels();
    }

    /** {@return a table of all folds, with mean and standard deviation of each quantity, as text for people} */
    public String text() {
        return CrossValidationText.of(this);
    }
}
