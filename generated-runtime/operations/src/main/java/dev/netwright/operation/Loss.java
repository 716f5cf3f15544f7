package dev.netwright.operation;

/** What training lowers: one term of it. */
public sealed interface Loss permits SoftmaxCrossEntropy, SquaredError {
    /** Unique in the network, and no layer's. */
    String name();

    /** The output that it compares with targets. */
    Value output();

    /** Its factor in the sum of all terms, above 0. */
    double weight();

    /** The same of another value of the same shape. */
    Loss of(Value other);

    /** Calls the visitor's method for this loss. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each loss. */
    interface Visitor<R> {
        /** Visits a cross-entropy. */
        R softmaxCrossEntropy(SoftmaxCrossEntropy loss);

        /** Visits a squared error. */
        R squaredError(SquaredError loss);
    }
}
