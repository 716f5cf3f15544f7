package dev.netwright.operation;

import java.util.List;

/**
 * The sum of two values of equal shape, and an activation: {@code y = f(left + right)} (He et al., 2016, equation 1).
 *
 * <p>Backward: {@code gradLeft = gradRight = gradOutput f'}.
 *
 * @param left the first summand
 * @param right the second summand, of the same shape
 * @param output y, of the same shape
 * @param function f
 */
public record Add(Value left, Value right, Value output, ActivationFunction function) implements Operation {
    /**
     * A sum without an activation.
     *
     * @param name the layer's name, unique in the network
     * @param left the first summand
     * @param right the second summand, of the same shape
     * @return the sum
     */
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

    /** A sum before its inputs are known; it has no settings. */
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
