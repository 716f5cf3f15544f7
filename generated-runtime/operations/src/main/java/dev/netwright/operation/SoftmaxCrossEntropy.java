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
 * @param name the loss's name, unique in the network
 * @param output the logits z
 * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
 */
public record SoftmaxCrossEntropy(String name, Value output, double weight) implements Loss {
    @Override
    public SoftmaxCrossEntropy of(Value other) {
        return new SoftmaxCrossEntropy(name, other, weight);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.softmaxCrossEntropy(this);
    }
}
