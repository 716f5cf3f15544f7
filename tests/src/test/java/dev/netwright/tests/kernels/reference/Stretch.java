package dev.netwright.tests.kernels.reference;

/** A part of the flat vectors of values and gradients. */
final class Stretch {
    private final double[] values;
    private final double[] gradients;
    private final int start;
    private final int end;

    Stretch(double[] values, double[] gradients, int start, int end) {
        this.values = values;
        this.gradients = gradients;
        this.start = start;
        this.end = end;
    }

    double[] values() {
        return values;
    }

    double[] gradients() {
        return gradients;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }
}
