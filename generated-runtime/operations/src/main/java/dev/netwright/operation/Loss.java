package dev.netwright.operation;

/** One term of the function that training minimizes. */
public sealed interface Loss permits SoftmaxCrossEntropy, SquaredError {
    /** {@return the name, unique in the network and different from every layer's} */
    String name();

    /** {@return the value that is compared with targets} */
    Value output();

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
    }
}
