package dev.netwright.operation;

import java.util.List;

/**
 * Reads an image as the vector of its channels, rows and columns, in this order. Only the value's name changes, so no
 * kernel computes it.
 *
 * @param input an image of C x H x W values
 * @param output the vector of C H W values
 */
public record Flatten(Value input, Value output) implements Layer {
    /**
     * A layer that flattens a value.
     *
     * @param name the layer's name, unique in the network
     * @param input the value to flatten
     * @return the layer
     */
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

    /** Flattening before its input is known; it has no settings. */
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
