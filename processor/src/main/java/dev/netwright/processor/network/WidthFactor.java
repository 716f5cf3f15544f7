package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.processor.declaration.Written;
import java.math.BigDecimal;

/**
 * The factor of all channels of a network (Howard et al., "MobileNets", 2017, section 3.3: the width multiplier). Products
 * are rounded down, and are at least 1.
 */
record WidthFactor(Written<Double> factor) {
    /** A product; anything if the factor is tainted. */
    Interval times(int channels) {
        return times(Interval.of(channels));
    }

    /** The same of a number that may be tainted. */
    Interval times(Interval channels) {
        return factor.isTainted()
                ? Interval.POSITIVE
                : new Interval(product(channels.least()), product(channels.most()));
    }

    /** In decimal, because 0.29 of 100 channels is 28.999 in binary. */
    private int product(int channels) {
        BigDecimal product = BigDecimal.valueOf(factor.value()).multiply(BigDecimal.valueOf(channels));
        return product.min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .max(BigDecimal.ONE)
                .intValue();
    }
}
