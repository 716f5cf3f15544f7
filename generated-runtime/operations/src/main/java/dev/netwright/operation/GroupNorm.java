package dev.netwright.operation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Group norm (Wu and He, "Group normalization", 2018, equations 1, 2 and 7). The channels of {@code x[N, C, H, W]} are G
 * equal groups of neighbours. For each image and group, with m values {@code x[n, c, h, w]}: {@code mean = 1/m sum of x},
 * {@code var = 1/m sum of (x - mean)^2}, {@code xhat = (x - mean) / sqrt(var + epsilon)}, {@code y = gamma[c] xhat +
 * beta[c]}. Training and inference compute the same.
 *
 * <p>Backward, with {@code g = gradOutput gamma[c]}: {@code gradBeta[c] = sum of gradOutput}, {@code gradGamma[c] = sum
 * of gradOutput xhat}, both over images and pixels, and {@code gradInput = (g - 1/m sum of g - xhat 1/m sum of g xhat)
 * / sqrt(var + epsilon)} with sums over the group.
 *
 * @param input x
 * @param output y, of the input's shape, or of the vector that the input is when flattened
 * @param groups G, which divides C
 * @param epsilon the number added to the variance, above 0
 */
public record GroupNorm(Value input, Value output, int groups, double epsilon) implements Operation {
    @Override
    public String torchType() {
        return "GroupNorm";
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
    public GroupNorm reading(List<Value> others) {
        return new GroupNorm(others.get(0), output, groups, epsilon);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.groupNorm(this);
    }

    @Override
    public String words() {
        return "norm of " + groups + " groups";
    }

    @Override
    public ListedCall call() {
        return ListedCall.of(Form.class, groups, epsilon);
    }

    /**
     * A norm before its input is known.
     *
     * @param groups the number of groups, which divides the channels
     * @param epsilon the number added to the variance, above 0
     */
    public record Form(int groups, double epsilon) implements LayerForm {
        @Override
        public GroupNorm at(String name, List<Value> inputs) {
            Value input = inputs.get(0);
            return new GroupNorm(input, input.named(name), groups, epsilon);
        }

        @Override
        public String fingerprint() {
            return "group norm " + groups + " " + FormText.of(epsilon);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "GroupNorm of " + groups + " groups with epsilon "
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
