package dev.netwright.operation;

/** One term of the function that training minimizes. */
public sealed interface Loss
        permits SoftmaxCrossEntropy,
                FocalLoss,
                SigmoidCrossEntropy,
                PixelCrossEntropy,
                PixelDice,
                MeanError,
                SquaredError {
    /** {@return the name, unique in the network and different from every layer's} */
    String name();

    /** {@return the value that is compared with targets} */
    Value output();

    /** {@return what the output is compared with} */
    Target target();

    /** {@return the factor of this term in the sum of all terms, above 0} */
    double weight();

    /**
     * The same loss of another value.
     *
     * @param other a value of the same shape
     * @return a loss of the same type, name and weight
     */
    Loss of(Value other);

    /**
     * Calls the visitor's method for this type of loss.
     *
     * @param <R> the visitor's result
     * @param visitor the visitor to call
     * @return what the visitor returns
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * A visitor with one method for each type of loss.
     *
     * @param <R> the result
     */
    interface Visitor<R> {
        /**
         * Visits a cross-entropy.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R softmaxCrossEntropy(SoftmaxCrossEntropy loss);

        /**
         * Visits a squared error.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R squaredError(SquaredError loss);

        /**
         * Visits a focal loss.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R focalLoss(FocalLoss loss);

        /**
         * Visits a sigmoid cross-entropy.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R sigmoidCrossEntropy(SigmoidCrossEntropy loss);

        /**
         * Visits a mean error.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R meanError(MeanError loss);

        /**
         * Visits a cross-entropy of pixels.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R pixelCrossEntropy(PixelCrossEntropy loss);

        /**
         * Visits a Dice loss.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R pixelDice(PixelDice loss);
    }

    /**
     * A visitor that treats the losses alike which it doesn't name.
     *
     * @param <R> the result
     */
    interface PartialVisitor<R> extends Visitor<R> {
        /**
         * Visits a loss without a method of its own.
         *
         * @param loss the loss to visit
         * @return the visitor's result
         */
        R other(Loss loss);

        @Override
        default R focalLoss(FocalLoss loss) {
            return other(loss);
        }

        @Override
        default R sigmoidCrossEntropy(SigmoidCrossEntropy loss) {
            return other(loss);
        }

        @Override
        default R meanError(MeanError loss) {
            return other(loss);
        }

        @Override
        default R pixelCrossEntropy(PixelCrossEntropy loss) {
            return other(loss);
        }

        @Override
        default R pixelDice(PixelDice loss) {
            return other(loss);
        }
    }
}
