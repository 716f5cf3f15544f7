package dev.netwright.runtime.kernel;

/**
 * What the numbers of an optimizer may be. They are computed with in float32: one that isn't finite there makes every parameter NaN, and one
 * that becomes 0 there changes nothing, in silence.
 */
public final class FloatRange {
    private FloatRange() {}

    /**
     * A rate or a decay.
     *
     * @throws IllegalArgumentException unless it is 0, or above 0 and finite as a float
     */
    public static void requireAtLeastZero(String what, double value) {
        if (value != 0) {
            require(what, value, value > 0 && isPositiveFloat(value), "at least 0 and finite as a float");
        }
    }

    /**
     * A limit, or what keeps a quotient finite.
     *
     * @throws IllegalArgumentException unless it is above 0 and finite as a float
     */
    public static void requirePositive(String what, double value) {
        require(what, value, isPositiveFloat(value), "above 0 and finite as a float");
    }

    /**
     * A momentum, or the share that a moving average keeps.
     *
     * @throws IllegalArgumentException unless it is at least 0 and below 1 as a float
     */
    public static void requireBelowOne(String what, double value) {
        require(what, value, value >= 0 && (float) value < 1, "at least 0 and below 1 as a float");
    }

    private static boolean isPositiveFloat(double value) {
        return (float) value > 0 && Float.isFinite((float) value);
    }

    private static void require(String what, double value, boolean isInRange, String range) {
        if (!isInRange) {
            throw new IllegalArgumentException(what + " must be " + range + ", found " + value);
        }
    }
}
