package dev.netwright.operation;

/**
 * Mean cross-entropy of the softmax over the channels of logits {@code z[N, K, H, W]} against the class of each pixel
 * {@code t[N, H, W]}, as PyTorch's {@code CrossEntropyLoss} of images with {@code ignore_index}:
 * {@code loss = -sum over n, y and x of w[t] log p[n, t, y, x] / sum over n, y and x of w[t]}, with {@code p = softmax(z)} over k and
 * {@code t = t[n, y, x]}. The sums leave out pixels whose target is {@link Target.PerPixel#IGNORED}.
 *
 * <p>The weight w of a class is 1 unless the run gives weights.
 *
 * <p>Backward, with {@code S = sum of w[t]}: {@code gradLogits[n, k, y, x] = weight w[t] / S (p[n, k, y, x] - onehot(t)[k])}, and 0 where the
 * target is ignored.
 *
 * @param name the loss's name, unique in the network
 * @param output the logits z, a channel for each class
 * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
 */
public record PixelCrossEntropy(String name, Value output, double weight) implements Loss {
    @Override
    public Target.PerPixel target() {
        return Target.PerPixel.of(output.shape());
    }

    @Override
    public PixelCrossEntropy of(Value other) {
        return new PixelCrossEntropy(name, other, weight);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pixelCrossEntropy(this);
    }

    /** The loss by its numbers alone, of which it has none. */
    public record Form() implements LossForm {
        @Override
        public Loss at(String name, Value output, double weight) {
            return new PixelCrossEntropy(name, output, weight);
        }

        @Override
        public boolean isOfPixels() {
            return true;
        }

        @Override
        public String fingerprint() {
            return "PIXEL_CROSS_ENTROPY";
        }
    }
}
