package dev.netwright.operation;

import java.util.List;

/**
 * Values of equal height and width one after the other along the channels.
 *
 * <p>Backward gives each input its channels of the gradient.
 */
public record Concat(List<Value> inputs, Value output) implements Operation {
    /** Copies the list. */
    public Concat {
        inputs = List.copyOf(inputs);
    }

    /** A join of at least one value. */
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

    /** A join; it has no numbers. */
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
    }
}
