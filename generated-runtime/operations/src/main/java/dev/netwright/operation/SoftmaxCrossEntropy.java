package dev.netwright.operation;

/**
 * Mean cross-entropy of the softmax of logits {@code z[N, K]} against class labels {@code t[N]}:
 * {@code loss = -1/N sum over n of log p[n, t[n]]}, {@code p = softmax(z)}.
 *
 * <p>With label smoothing e (Szegedy et al., 2016) the targets are {@code q = (1 - e) onehot(t) + e / K}, as in
 * PyTorch's {@code CrossEntropyLoss}: {@code loss = -1/N sum over n and k of q[n, k] log p[n, k]}.
 *
 * <p>With shares {@code t[N, K]} of the classes that add up to 1, {@code q = (1 - e) t + e / K}, as with PyTorch's class
 * probabilities.
 *
 * <p>Backward: {@code gradLogits = weight (p - q) / N}.
 *
 * <p>If the run gives classes weights w, the mean is weighted, as in PyTorch:
 * {@code loss = -sum over n and k of w[k] q[n, k] log p[n, k] / sum over n of w[t[n]]}.
 *
 * @param name the loss's name, unique in the network
 * @param output the logits z
 * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
 */
public record SoftmaxCrossEntropy(String name, Value output, double weight) implements Loss {
    @Override
    public Target target() {
        return new Target.OneClass(output.shape().size());
    }

    @Override
    public SoftmaxCrossEntropy of(Value other) {
        return new SoftmaxCrossEntropy(name, other, weight);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.softmaxCrossEntropy(this);
    }

    /** The loss by its numbers alone, of which it has none. */
    public record Form() implements LossForm {
        @Override
        public Loss at(String name, Value output, double weight) {
            return new SoftmaxCrossEntropy(name, output, weight);
        }

        @Override
        public boolean isOfClasses() {
            return true;
        }

        @Override
        public boolean isOfLogits() {
            return true;
        }

        @Override
        public String fingerprint() {
            return "CROSS_ENTROPY";
        }
    }
}
