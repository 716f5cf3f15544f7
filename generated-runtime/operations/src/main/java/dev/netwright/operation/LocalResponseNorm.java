package dev.netwright.operation;

import java.util.List;

/**
 * Local response normalization across channels: {@code y[c] = x[c] s[c]^-beta} with
 * {@code s[c] = k + alpha / size * sum of x[d]^2}, d within {@code (size - 1) / 2} channels of c (Krizhevsky et al., 2012,
 * section 3.3, with alpha divided by size as in PyTorch).
 *
 * <p>Backward: {@code gradInput[c] = gradOutput[c] s[c]^-beta - 2 alpha beta / size x[c] sum of gradOutput[d] y[d] / s[d]}.
 */
public record LocalResponseNorm(Value input, Value output, int size, double alpha, double beta, double k)
        implements Operation {
    /** A norm over {@code size} neighbouring channels. */
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

    /** A norm by its numbers. */
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
