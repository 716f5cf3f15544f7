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
}
