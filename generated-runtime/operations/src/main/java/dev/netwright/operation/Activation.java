package dev.netwright.operation;

import java.util.List;

/**
 * An activation that is an operation of its own: {@code y = f(x)}. Backward: {@code gradInput = gradOutput f'}.
 *
 * @param input x, of any shape
 * @param output y, of the input's shape
 * @param function f
 */
public record Activation(Value input, Value output, ActivationFunction function) implements Operation {
    /**
     * An activation whose output has its input's shape.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param function the function f
     * @return the activation
     */
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

    @Override
    public String words() {
        return function.words();
    }

    @Override
    public ListedCall call() {
        return switch (function.kind()) {
            case IDENTITY, RELU, SIGMOID, TANH -> ListedCall.of(function.word());
            case LEAKY_RELU -> ListedCall.of("leakyRelu", function.number());
            case ELU -> ListedCall.of("elu", function.number());
            case SILU, HARD_SWISH, RELU6, GELU, GELU_TANH, HARD_SIGMOID, MISH -> ListedCall.of("activation", function);
        };
    }

    /**
     * An activation before its input is known.
     *
     * @param function the function f
     */
    public record Form(ActivationFunction function) implements LayerForm {
        @Override
        public Activation at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), function);
        }

        @Override
        public String fingerprint() {
            ActivationKind kind = function.kind();
            return "activation " + kind.name() + (kind.isNumbered() ? " " + FormText.of(function.number()) : "");
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return switch (function.kind()) {
                case IDENTITY -> "";
                case GELU_TANH -> function.torchName() + " by tanh";
                case LEAKY_RELU, ELU -> function.torchName() + " " + function.number();
                case SIGMOID, RELU, TANH, SILU, HARD_SWISH, RELU6, GELU, HARD_SIGMOID, MISH -> function.torchName();
            };
        }
    }
}
