package dev.netwright.operation;

/**
 * Focal loss of the softmax of logits {@code z[N, K]} against class labels {@code t[N]} (Lin et al., "Focal loss for dense object
 * detection", 2017, equation 5, with the softmax in place of the sigmoid):
 * {@code loss = - sum over n of w[t[n]] (1 - p[n, t[n]])^gamma log p[n, t[n]] / sum over n of w[t[n]]}, {@code p = softmax(z)}.
 *
 * <p>The paper's alpha is the weight w of the class, which is 1 unless the run gives weights. With gamma 0 it is
 * {@link SoftmaxCrossEntropy} with the same weights.
 *
 * <p>Backward, with {@code q = p[n, t[n]]} and {@code S = sum over n of w[t[n]]}:
 * {@code gradLogits[n, k] = weight w[t[n]] / S ((1 - q)^gamma - gamma q (1 - q)^(gamma - 1) log q) (p[n, k] - onehot(t[n])[k])}.
 *
 * @param name the loss's name, unique in the network
 * @param output the logits z
 * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
 * @param gamma how much less an image counts that is classified well, at least 0
 */
public record FocalLoss(String name, Value output, double weight, double gamma) implements Loss {
    @Override
    public Target target() {
        return new Target.OneClass(output.shape().size());
    }

    @Override
    public FocalLoss of(Value other) {
        return new FocalLoss(name, other, weight, gamma);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.focalLoss(this);
    }

    /**
     * The loss by its numbers alone.
     *
     * @param gamma how much less an image counts that is classified well, at least 0
     */
    public record Form(double gamma) implements LossForm {
        @Override
        public Loss at(String name, Value output, double weight) {
            return new FocalLoss(name, output, weight, gamma);
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
            return "FOCAL " + Double.toHexString(gamma);
        }
    }
}
