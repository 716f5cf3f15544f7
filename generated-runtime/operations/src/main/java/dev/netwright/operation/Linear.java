package dev.netwright.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * Fully connected layer with bias and activation: {@code y[N, O] = f(x[N, I] w[O, I]^T + b[O])}. An image is read as
 * the vector of its channels, rows and columns, in this order. Without a trained bias, b is 0.
 *
 * <p>Backward, with {@code g = gradOutput f'}: {@code gradInput = g w}, {@code gradWeight = g^T x},
 * {@code gradBias = sum over n of g}.
 *
 * @param input x, of I values for each image
 * @param output y, a vector of O values
 * @param bias whether b is trained or 0
 * @param function f
 */
public record Linear(Value input, Value output, Bias bias, ActivationFunction function) implements Operation {
    /**
     * A fully connected layer without an activation.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param units the number of outputs O, at least 1
     * @param bias whether a bias is trained
     * @return the layer
     */
    public static Linear of(String name, Value input, int units, Bias bias) {
        return new Linear(input, Value.vector(name, units), bias, ActivationFunction.IDENTITY);
    }

    @Override
    public String torchType() {
        return "Linear";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public List<ParameterSpec> parameters() {
        int in = input.shape().size();
        int out = output.shape().channels();
        List<ParameterSpec> tensors = new ArrayList<>();
        tensors.add(new ParameterSpec(name() + ".weight", ParameterSpec.Role.LINEAR_WEIGHT, List.of(out, in), in, out));
        if (bias == Bias.TRAINED) {
            tensors.add(new ParameterSpec(name() + ".bias", ParameterSpec.Role.LINEAR_BIAS, List.of(out), in, out));
        }
        return tensors;
    }

    @Override
    public boolean takesFunction() {
        return true;
    }

    @Override
    public Linear with(ActivationFunction other) {
        return new Linear(input, output, bias, other);
    }

    @Override
    public Linear reading(List<Value> others) {
        return new Linear(others.get(0), output, bias, function);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.linear(this);
    }

    @Override
    public String words() {
        return "linear";
    }

    @Override
    public ListedCall call() {
        int units = output.shape().channels();
        return bias == Bias.TRAINED ? ListedCall.of("linear", units) : ListedCall.of("linear", units, bias);
    }

    /**
     * A fully connected layer before its input is known.
     *
     * @param units the number of outputs, at least 1
     * @param hasBias whether a bias is trained
     */
    public record Form(int units, boolean hasBias) implements LayerForm {
        /**
         * A layer with bias.
         *
         * @param units the number of outputs, at least 1
         */
        public Form(int units) {
            this(units, true);
        }

        @Override
        public Linear at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), units, hasBias ? Bias.TRAINED : Bias.NONE);
        }

        @Override
        public String fingerprint() {
            return "linear " + units + FormText.ofBias(hasBias);
        }

        /**
         * Includes the height and width of an image input, because PyTorch's adaptive pools preserve an image of that
         * size only.
         */
        @Override
        public String torchForm(ShapeBounds input) {
            return (input.isVector() ? "Linear" : "Linear on maps of " + input.rows() + "x" + input.columns())
                    + (hasBias ? "" : ", without bias");
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            return ShapeBounds.vector(new Interval(units, ((Form) most).units));
        }

        @Override
        public List<ParameterShape> parameters(ShapeBounds input) {
            return ParameterShape.weightAndBias(List.of(units, input.features().least()), hasBias);
        }
    }
}
