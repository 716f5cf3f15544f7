package dev.netwright.operation;

import java.util.List;

/**
 * Local response normalization across channels: {@code y[c] = x[c] s[c]^-beta} with
 * {@code s[c] = k + alpha / size * sum of x[d]^2}, for d within {@code (size - 1) / 2} channels of c (Krizhevsky et
 * al., 2012, section 3.3, with alpha divided by size as in PyTorch).
 *
 * <p>Backward:
 * {@code gradInput[c] = gradOutput[c] s[c]^-beta - 2 alpha beta / size x[c] sum of gradOutput[d] y[d] / s[d]}.
 *
 * @param input x
 * @param output y, of the input's shape
 * @param size the number of neighbouring channels in each sum, odd and at least 1
 * @param alpha the factor of the mean square, above 0
 * @param beta the exponent, above 0
 * @param k the constant in s, above 0
 */
public record LocalResponseNorm(Value input, Value output, int size, double alpha, double beta, double k)
        implements Operation {
    /**
     * A norm whose output has its input's shape.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param size the number of neighbouring channels in each sum, odd and at least 1
     * @param alpha the factor of the mean square, above 0
     * @param beta the exponent, above 0
     * @param k the constant in s, above 0
     * @return the norm
     */
    public static LocalResponseNorm of(String name, Value input, int size, double alpha, double beta, double k) {
        return new LocalResponseNorm(input, input.named(name), size, alpha, beta, k);
    }

    @Override
    public String torchType() {
        return "LocalResponseNorm";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public LocalResponseNorm reading(List<Value> others) {
        return new LocalResponseNorm(others.get(0), output, size, alpha, beta, k);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.localResponseNorm(this);
    }

    @Override
    public String words() {
        return "response norm " + size;
    }

    @Override
    public ListedCall call() {
        return ListedCall.of("localResponseNorm", size, alpha, beta, k);
    }

    @Override
    public List<OnnxNode> onnx() {
        return List.of(OnnxNode.of("LRN")
                .with("size", size)
                .with("alpha", alpha)
                .with("beta", beta)
                .with("bias", k));
    }

    /**
     * A norm before its input is known.
     *
     * @param size the number of neighbouring channels in each sum, odd and at least 1
     * @param alpha the factor of the mean square, above 0
     * @param beta the exponent, above 0
     * @param k the constant in s, above 0
     */
    public record Form(int size, double alpha, double beta, double k) implements LayerForm {
        @Override
        public LocalResponseNorm at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), size, alpha, beta, k);
        }

        @Override
        public String fingerprint() {
            return "local response norm " + size + " " + FormText.of(alpha) + " " + FormText.of(beta) + " "
                    + FormText.of(k);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "LocalResponseNorm of " + size + " channels";
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
