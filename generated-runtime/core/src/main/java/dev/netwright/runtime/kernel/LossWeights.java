package dev.netwright.runtime.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Weights of a network's outputs in its loss: of each class, or of each label's positive images. They depend on the data, so the run gives
 * them.
 *
 * @param values one for each output, finite and at least 0, and not all 0; empty for weights of 1
 */
public record LossWeights(List<Double> values) {
    /** All weights are 1. */
    public static final LossWeights NONE = new LossWeights(List.of());

    /**
     * Copies the list.
     *
     * @param values one for each output; empty for weights of 1
     * @throws IllegalArgumentException if one is negative, NaN or infinite, or all are 0
     */
    public LossWeights {
        values = List.copyOf(values);
        for (int i = 0; i < values.size(); i++) {
            double weight = values.get(i);
            if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "weights of a loss must be finite and at least 0, found " + weight + " as weight " + i);
            }
        }
        if (!values.isEmpty() && values.stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("at least one weight of a loss must be above 0, found " + values);
        }
    }

    /**
     * Weights in the order of the outputs.
     *
     * @param values one for each output
     * @return the weights
     * @throws IllegalArgumentException if one is negative, NaN or infinite, or all are 0
     */
    public static LossWeights of(double... values) {
        return new LossWeights(DoubleStream.of(values).boxed().toList());
    }

    /** {@return whether all weights are 1 because none is given} */
    public boolean isNone() {
        return values.isEmpty();
    }

    /**
     * The same weights for outputs in another order.
     *
     * @param from names of the outputs, in the order of these weights
     * @param to the same names in another order
     * @return weights in the new order; these if the orders are equal or there are no weights
     * @throws IllegalArgumentException if a new name isn't among the others, or their numbers differ from that of the weights
     */
    public LossWeights inOrder(List<String> from, List<String> to) {
        if (isNone() || from.equals(to)) {
            return this;
        }
        if (from.size() != values.size() || to.size() != values.size() || !from.containsAll(to)) {
            throw new IllegalArgumentException(
                    values.size() + " weights of " + from + " can't be put in the order of " + to);
        }
        return new LossWeights(
                to.stream().map(name -> values.get(from.indexOf(name))).toList());
    }

    /**
     * The weights as an array.
     *
     * @param outputs the network's number of outputs
     * @return a weight for each output
     * @throws IllegalArgumentException if there are weights and their number is another
     */
    public double[] ofOutputs(int outputs) {
        if (isNone()) {
            double[] ones = new double[outputs];
            Arrays.fill(ones, 1);
            return ones;
        }
        if (values.size() != outputs) {
            throw new IllegalArgumentException(
                    "a loss of " + outputs + " outputs needs as many weights, found " + values.size());
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
