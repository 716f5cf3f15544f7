package dev.netwright.operation;

/**
 * Mean cross-entropy of the sigmoids of logits {@code z[N, K]} against targets {@code t[N, K]} from 0 to 1, as in PyTorch's
 * {@code BCEWithLogitsLoss}, with {@code p = sigmoid(z)}:
 * {@code loss = -1/(N K) sum over n and k of (w[k] t[n, k] log p[n, k] + (1 - t[n, k]) log(1 - p[n, k]))}.
 *
 * <p>The weight w of a label's positive images is 1 unless the run gives weights.
 *
 * <p>Backward: {@code gradLogits = weight ((1 - t) p - w t (1 - p)) / (N K)}.
 *
 * @param name the loss's name, unique in the network
 * @param output the logits z
 * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
 */
public record SigmoidCrossEntropy(String name, Value output, double weight) implements Loss {
    @Override
    public Target target() {
        return new Target.SeveralLabels(output.shape().size());
    }

    @Override
    public SigmoidCrossEntropy of(Value other) {
        return new SigmoidCrossEntropy(name, other, weight);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sigmoidCrossEntropy(this);
    }

    /** The loss by its numbers alone, of which it has none. */
    public record Form() implements LossForm {
        @Override
        public Loss at(String name, Value output, double weight) {
            return new SigmoidCrossEntropy(name, output, weight);
        }

        @Override
        public boolean isOfLogits() {
            return true;
        }

        @Override
        public String fingerprint() {
            return "SIGMOID_CROSS_ENTROPY";
        }
    }
}
