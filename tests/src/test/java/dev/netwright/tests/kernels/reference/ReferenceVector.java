package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.ParameterVector;

/** The formulas of {@link ParameterVector} in double. */
final class ReferenceVector implements ParameterVector {
    private final double[] x;

    /** The numbers themselves, not a copy. */
    ReferenceVector(double[] x) {
        this.x = x;
    }

    @Override
    public void combine(double own, double factor, ParameterVector other) {
        double[] y = numbers(other);
        for (int i = 0; i < x.length; i++) {
            x[i] = (own == 0 ? 0 : own * x[i]) + factor * y[i];
        }
    }

    @Override
    public void approach(ParameterVector other, double share) {
        double[] y = numbers(other);
        for (int i = 0; i < x.length; i++) {
            x[i] += share * (y[i] - x[i]);
        }
    }

    private double[] numbers(ParameterVector other) {
        if (!(other instanceof ReferenceVector known) || known.x.length != x.length) {
            throw new IllegalArgumentException("expected a vector of " + x.length + " numbers, found " + other);
        }
        return known.x;
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "a vector of " + x.length + " numbers";
    }
}
