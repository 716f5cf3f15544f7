package dev.netwright.operation;

import java.util.List;

/** The vector of an image's channels, rows and columns, in this order. It only renames values, so no kernel computes it. */
public record Flatten(Value input, Value output) implements Layer {
    /** The vector of a value. */
    public static Flatten of(String name, Value input) {
        return new Flatten(input, Value.vector(name, input.shape().size()));
    }

    @Override
    public String torchType() {
        return "Flatten";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public String words() {
        return "flatten";
    }

    @Override
    public ListedCall call() {
        return ListedCall.of("flatten");
    }

    /** The vector of an image's channels, rows and columns; it has no numbers. */
    public record Form() implements LayerForm {
        @Override
        public Flatten at(String name, List<Value> inputs) {
            return of(name, inputs.get(0));
        }

        @Override
        public String fingerprint() {
            return "flatten";
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "";
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            return ShapeBounds.vector(input.features());
        }
    }
}
