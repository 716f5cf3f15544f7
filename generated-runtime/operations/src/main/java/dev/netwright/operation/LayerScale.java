package dev.netwright.operation;

import java.util.List;

/**
 * Layer scale: {@code y[n, c, h, w] = x[n, c, h, w] s[c]} with a trained factor for each channel (Touvron et al., "Going
 * deeper with image transformers", 2021, section 2.2).
 *
 * <p>Backward: {@code gradInput = gradOutput s[c]}, {@code gradS[c] = sum of gradOutput x} over images and pixels.
 *
 * @param input x
 * @param output y, of the input's shape, or of the vector that the input is when flattened
 * @param initial the first value of every factor
 */
public record LayerScale(Value input, Value output, double initial) implements Operation {
    /** The last part of its tensor's name, as torchvision names it. */
    public static final String TENSOR = "layer_scale";

    @Override
    public String torchType() {
        return "LayerScale";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(new ParameterSpec(
                name() + "." + TENSOR,
                ParameterSpec.Role.LAYER_SCALE,
                List.of(output.shape().channels(), 1, 1),
                1,
                1,
                initial));
    }

    @Override
    public LayerScale reading(List<Value> others) {
        return new LayerScale(others.get(0), output, initial);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.layerScale(this);
    }

    @Override
    public String words() {
        return "layer scale";
    }

    @Override
    public ListedCall call() {
        return ListedCall.of(Form.class, initial);
    }

    /**
     * A layer scale before its input is known.
     *
     * @param initial the first value of every factor
     */
    public record Form(double initial) implements LayerForm {
        @Override
        public LayerScale at(String name, List<Value> inputs) {
            Value input = inputs.get(0);
            return new LayerScale(input, input.named(name), initial);
        }

        @Override
        public String fingerprint() {
            return "layer scale " + FormText.of(initial);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "layer scale";
        }

        @Override
        public List<ParameterShape> parameters(ShapeBounds input) {
            return List.of(new ParameterShape(TENSOR, List.of(input.channels().least(), 1, 1)));
        }
    }
}
