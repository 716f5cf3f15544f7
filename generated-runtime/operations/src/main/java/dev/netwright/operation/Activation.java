package dev.netwright.operation;

import java.util.List;

/** An activation by itself: {@code y = f(x)}. Backward: {@code gradInput = gradOutput f'}. */
public record Activation(Value input, Value output, ActivationFunction function) implements Operation {
    /** A function of a value. */
    public static Activation of(String name, Value input, ActivationFunction function) {
        return new Activation(input, input.named(name), function);
    }

    @Override
    public String torchType() {
        return function.torchName();
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public Activation reading(List<Value> others) {
        return new Activation(others.get(0), output, function);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.activation(this);
    }
}
