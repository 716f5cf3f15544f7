package dev.netwright.operation;

import java.util.List;

/**
 * Sum of two values of one shape, and activation: {@code y = f(left + right)} (He et al., 2016, equation 1).
 *
 * <p>Backward: {@code gradLeft = gradRight = gradOutput f'}.
 */
public record Add(Value left, Value right, Value output, ActivationFunction function) implements Operation {
    /** A sum without a function. */
    public static Add of(String name, Value left, Value right) {
        return new Add(left, right, left.named(name), ActivationFunction.IDENTITY);
    }

    @Override
    public String torchType() {
        return "Add";
    }

    @Override
    public List<Value> inputs() {
        return List.of(left, right);
    }

    @Override
    public boolean takesFunction() {
        return true;
    }

    @Override
    public Add with(ActivationFunction other) {
        return new Add(left, right, output, other);
    }

    @Override
    public Add reading(List<Value> others) {
        return new Add(others.get(0), others.get(1), output, function);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.add(this);
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public String words() {
        return "add";
    }

    @Override
    public ListedCall call() {
        return ListedCall.ofInputs("add", inputs());
    }

    /** A sum; it has no numbers. */
    public record Form() implements LayerForm {
        @Override
        public Add at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), inputs.get(1));
        }

        @Override
        public String fingerprint() {
            return "add";
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "";
        }
    }
}
