package dev.netwright.operation;

/**
 * Soft Dice loss of the softmax over the channels of logits {@code z[N, K, H, W]} against the class of each pixel {@code t[N, H, W]}: one minus
 * the Dice coefficient of each image and class, in which probabilities stand for pixels (Milletari et al., "V-Net", 2016, section 3, with sums
 * of probabilities in place of squares). With {@code p = softmax(z)} over k, {@code h = onehot(t)} and sums over the pixels y and x of an image:
 * {@code dice[n, k] = (2 sum of h p + 1) / (sum of p + sum of h + 1)},
 * {@code loss = 1 - sum over n and k of w[k] dice[n, k] / (N sum over k of w[k])}.
 *
 * <p>The 1 in numerator and denominator makes a class that an image doesn't have count: its coefficient is 1 if nothing is taken for it. The
 * sums leave out pixels whose target is {@link Target.PerPixel#IGNORED}. The weight w of a class is 1 unless the run gives weights.
 *
 * <p>Backward, with {@code U = sum of p + sum of h + 1} and {@code g[k] = -w[k] / (N sum of w) (2 h[k] - dice[n, k]) / U[n, k]} at each pixel:
 * {@code gradLogits[n, k, y, x] = weight p[k] (g[k] - sum over j of p[j] g[j])}, and 0 where the target is ignored.
 *
 * @param name the loss's name, unique in the network
 * @param output the logits z, a channel for each class
 * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
 */
public record PixelDice(String name, Value output, double weight) implements Loss {
    @Override
    public Target.PerPixel target() {
        return Target.PerPixel.of(output.shape());
    }

    @Override
    public PixelDice of(Value other) {
        return new PixelDice(name, other, weight);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pixelDice(this);
    }

    /** The loss by its numbers alone, of which it has none. */
    public record Form() implements LossForm {
        @Override
        public Loss at(String name, Value output, double weight) {
            return new PixelDice(name, output, weight);
        }

        @Override
        public boolean isOfPixels() {
            return true;
        }

        @Override
        public String fingerprint() {
            return "PIXEL_DICE";
        }
    }
}
