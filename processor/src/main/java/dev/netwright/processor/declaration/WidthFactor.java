package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import java.math.BigDecimal;

/** The factor of all channels of a network (Howard et al., "MobileNets", 2017, section 3.3: the width multiplier). */
public record WidthFactor(Written<Double> factor) {
    private static final int MULTIPLE = 8;

    /** A product, rounded down, at least 1; anything if the factor is tainted. */
    public Interval times(int channels) {
        return times(Interval.of(channels));
    }

    /** The same of a number that may be tainted. */
    public Interval times(Interval channels) {
        return factor.isTainted()
                ? Interval.POSITIVE
                : new Interval(product(channels.least()), product(channels.most()));
    }

    /** The factor if it is above 1, or else 1. */
    public WidthFactor ifAboveOne() {
        return new WidthFactor(new Written<>(Math.max(1, factor.value()), factor.origin(), factor.isTainted()));
    }

    /** In decimal, because 0.29 of 100 channels is 28.999 in binary. */
    private int product(int channels) {
        BigDecimal product = BigDecimal.valueOf(factor.value()).multiply(BigDecimal.valueOf(channels));
        return product.min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .max(BigDecimal.ONE)
                .intValue();
    }

    /** A factor of the factor. */
    WidthFactor scaledBy(double scale) {
        return new WidthFactor(new Written<>(factor.value() * scale, factor.origin(), factor.isTainted()));
    }

    /**
     * A product, rounded to the nearest multiple of 8, at least 8, and up if that is less than 90 % of it, as MobileNets'
     * authors do.
     */
    public Interval roundedToEight(Interval channels) {
        return factor.isTainted()
                ? Interval.POSITIVE
                : new Interval(roundedToEight(channels.least()), roundedToEight(channels.most()));
    }

    /** A quarter of a number of channels, rounded down and then in the same way. */
    public static Interval quarterRoundedToEight(Interval channels) {
        int least = channels.least() / 4;
        int most = channels.most() / 4;
        return new Interval(eights(least), eights(most));
    }

    private int roundedToEight(int channels) {
        return eights(factor.value() * channels);
    }

    private static int eights(double product) {
        double rounded = Math.max(MULTIPLE, Math.floor((product + MULTIPLE / 2.0) / MULTIPLE) * MULTIPLE);
        return (int) Math.min(Integer.MAX_VALUE, rounded < 0.9 * product ? rounded + MULTIPLE : rounded);
    }
}
