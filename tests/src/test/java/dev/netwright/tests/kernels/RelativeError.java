package dev.netwright.tests.kernels;

/** How far two tensors are apart, as a share of the length of the expected one. */
public final class RelativeError {
    private RelativeError() {}

    /** {@code |actual - expected| / |expected|}, Euclidean norms; 0 for two zeros, NaN if any value is NaN. */
    public static double between(float[] actual, float[] expected) {
        double[] wide = new double[actual.length];
        double[] wideExpected = new double[expected.length];
        for (int i = 0; i < actual.length; i++) {
            wide[i] = actual[i];
            wideExpected[i] = expected[i];
        }
        return between(wide, wideExpected);
    }

    /** The same in double. */
    public static double between(double[] actual, double[] expected) {
        if (actual.length != expected.length) {
            throw new IllegalArgumentException("expected " + expected.length + " values, found " + actual.length);
        }
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < actual.length; i++) {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        return difference == 0 ? 0 : Math.sqrt(difference / norm);
    }
}
