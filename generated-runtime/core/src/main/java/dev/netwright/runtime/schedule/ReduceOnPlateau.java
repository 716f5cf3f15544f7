package dev.netwright.runtime.schedule;

/**
 * Multiplies the learning rate by a factor when a metric has not become better for more than {@code patience} epochs: PyTorch's
 * {@code ReduceLROnPlateau}. Better is smaller than {@code (1 - threshold) best}, or larger than {@code (1 + threshold) best} for a metric that
 * is to rise.
 *
 * @param factor above 0 and below 1
 * @param patience epochs without getting better that are borne, at least 0
 * @param threshold relative, at least 0
 * @param cooldown epochs after a reduction that don't count, at least 0
 * @param least share of the rate below which it doesn't fall, from 0 to 1
 */
public record ReduceOnPlateau(double factor, int patience, double threshold, int cooldown, double least) {
    /** Refuses numbers out of range. */
    public ReduceOnPlateau {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("factor must be above 0 and below 1, found " + factor);
        }
        Range.require("patience", patience, 0, Integer.MAX_VALUE);
        Range.require("threshold", threshold, 0, Double.MAX_VALUE);
        Range.require("cooldown", cooldown, 0, Integer.MAX_VALUE);
        Range.require("least", least, 0, 1);
    }

    /** With PyTorch's threshold of 0.0001, no cooldown and no least rate. */
    public static ReduceOnPlateau by(double factor, int patience) {
        return new ReduceOnPlateau(factor, patience, 1e-4, 0, 0);
    }

    /** The same with epochs after a reduction that don't count. */
    public ReduceOnPlateau cooldown(int epochs) {
        return new ReduceOnPlateau(factor, patience, threshold, epochs, least);
    }

    /** The same with a share of the rate below which it doesn't fall. */
    public ReduceOnPlateau least(double share) {
        return new ReduceOnPlateau(factor, patience, threshold, cooldown, share);
    }

    /** The same with another relative threshold. */
    public ReduceOnPlateau threshold(double relative) {
        return new ReduceOnPlateau(factor, patience, relative, cooldown, least);
    }

    /**
     * The state after one more epoch.
     *
     * @param value of the metric in this epoch
     * @param isToRise whether a larger value is better
     */
    public PlateauState after(PlateauState before, double value, boolean isToRise) {
        boolean better = isBetter(before.best(), value, isToRise);
        boolean cooling = before.cooldown() > 0;
        double best = better ? value : before.best();
        int bad = better || cooling ? 0 : before.badEpochs() + 1;
        int left = cooling ? before.cooldown() - 1 : 0;
        return bad > patience
                ? new PlateauState(best, 0, cooldown, Math.max(least, before.factor() * factor))
                : new PlateauState(best, bad, left, before.factor());
    }

    private boolean isBetter(double best, double value, boolean isToRise) {
        if (Double.isNaN(best)) {
            return !Double.isNaN(value);
        }
        return isToRise ? value > best * (1 + threshold) : value < best * (1 - threshold);
    }
}
