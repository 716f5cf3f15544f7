package dev.netwright.operation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Layer norm over the channels of each pixel, or over the features of a vector (Ba et al., "Layer normalization", 2016,
 * equation 3; over pixels as in Liu et al., "A ConvNet for the 2020s", 2022, section 2.6). For each image n and pixel
 * (h, w) of {@code x[N, C, H, W]}: {@code mean = 1/C sum over c of x}, {@code var = 1/C sum over c of (x - mean)^2},
 * {@code xhat = (x - mean) / sqrt(var + epsilon)}, {@code y = gamma[c] xhat + beta[c]}. Training and inference compute
 * the same.
 *
 * <p>Backward, with {@code g = gradOutput gamma[c]}: {@code gradBeta[c] = sum of gradOutput}, {@code gradGamma[c] = sum
 * of gradOutput xhat}, both over images and pixels, and {@code gradInput = (g - 1/C sum over c of g - xhat 1/C sum over
 * c of g xhat) / sqrt(var + epsilon)}.
 *
 * @param input x
 * @param output y, of the input's shape, or of the vector that the input is when flattened
 * @param epsilon the number added to the variance, above 0
 */
public record LayerNorm(Value input, Value output, double epsilon) implements Operation {
    @Override
    public String torchType() {
        return output.isVector() ? "LayerNorm" : "LayerNorm2d";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public String parameterPrefix() {
        return NormName.prefix(name());
    }

    @Override
    public List<ParameterSpec> parameters() {
        return ParameterSpec.ofNorm(parameterPrefix(), output.shape().channels());
    }

    @Override
    public LayerNorm reading(List<Value> others) {
        return new LayerNorm(others.get(0), output, epsilon);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.layerNorm(this);
    }

    @Override
    public String words() {
        return "layer norm";
    }

    @Override
    public ListedCall call() {
        return ListedCall.of(Form.class, epsilon);
    }

    /**
     * A norm before its input is known.
     *
     * @param epsilon the number added to the variance, above 0
     */
    public record Form(double epsilon) implements LayerForm {
        @Override
        public LayerNorm at(String name, List<Value> inputs) {
            Value input = inputs.get(0);
            return new LayerNorm(input, input.named(name), epsilon);
        }

        @Override
        public String fingerprint() {
            return "layer norm " + FormText.of(epsilon);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "LayerNorm with epsilon "
                    + BigDecimal.valueOf(epsilon).stripTrailingZeros().toPlainString();
        }

        @Override
        public List<ParameterShape> parameters(ShapeBounds input) {
            return ParameterShape.ofNorm(input);
        }

        @Override
        public boolean isNorm() {
            return true;
        }
    }
}
