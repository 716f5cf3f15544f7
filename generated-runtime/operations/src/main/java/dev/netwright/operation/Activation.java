package dev.netwright.operation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An activation that is an operation of its own: {@code y = f(x)}. Backward: {@code gradInput = gradOutput f'}.
 *
 * @param input x, of any shape
 * @param output y, of the input's shape
 * @param function f
 */
public record Activation(Value input, Value output, ActivationFunction function) implements Operation {
    /** The functions for which the builder has methods of their own. */
    private static final Set<ActivationFunction> BUILT = Collections.unmodifiableSet(EnumSet.of(
            ActivationFunction.IDENTITY, ActivationFunction.RELU, ActivationFunction.SIGMOID, ActivationFunction.TANH));

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
        return function.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ListedCall call() {
        return BUILT.contains(function)
                ? ListedCall.of(function.name().toLowerCase(Locale.ROOT))
                : ListedCall.of("activation", function);
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
            return "activation " + function.name();
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return function == ActivationFunction.IDENTITY ? "" : function.torchName();
        }
    }
}
