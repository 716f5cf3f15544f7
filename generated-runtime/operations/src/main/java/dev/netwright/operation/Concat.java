package dev.netwright.operation;

import java.util.List;

/**
 * Concatenation of values of equal height and width along the channels.
 *
 * <p>Backward copies to each input its channels of the gradient.
 *
 * @param inputs the values in order, at least one
 * @param output the concatenated value, whose channels are the sum of the inputs' channels
 */
public record Concat(List<Value> inputs, Value output) implements Operation {
    /**
     * Copies the list.
     *
     * @param inputs the values in order
     * @param output the concatenated value
     */
    public Concat {
        inputs = List.copyOf(inputs);
    }

    /**
     * A concatenation; the output's shape follows from the inputs'.
     *
     * @param name the layer's name, unique in the network
     * @param inputs the values in order, at least one, all of equal height and width
     * @return the concatenation
     * @throws ArithmeticException if the channels together exceed an {@code int}
     */
    public static Concat of(String name, List<Value> inputs) {
        Value first = inputs.get(0);
        int channels =
                inputs.stream().mapToInt(input -> input.shape().channels()).reduce(0, Math::addExact);
        Shape joined = new Shape(channels, first.shape().height(), first.shape().width());
        return new Concat(inputs, new Value(name, joined, first.isVector()));
    }

    @Override
    public String torchType() {
        return "Concat";
    }

    @Override
    public Concat reading(List<Value> others) {
        return new Concat(others, output);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.concat(this);
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public String words() {
        return "concat";
    }

    @Override
    public ListedCall call() {
        return ListedCall.ofInputs("concat", inputs());
    }

    /** A concatenation before its inputs are known; it has no settings. */
    public record Form() implements LayerForm {
        @Override
        public Concat at(String name, List<Value> inputs) {
            return of(name, inputs);
        }

        @Override
        public String fingerprint() {
            return "concat";
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "";
        }

        @Override
        public ShapeBounds output(LayerForm most, List<ShapeBounds> inputs) {
            ShapeBounds first = inputs.get(0);
            Interval channels = inputs.stream().map(ShapeBounds::channels).reduce(Interval.of(0), Interval::plus);
            return new ShapeBounds(channels, first.rows(), first.columns(), first.isVector());
        }
    }
}
