package dev.netwright.runtime.kernel;

/**
 * The valid ranges of an optimizer's numbers. Kernels compute in float32: a number that isn't finite as a float makes
 * every parameter NaN, and a positive number that rounds to 0 silently turns its term off.
 */
public final class FloatRange {
    private FloatRange() {}

    /**
     * Checks a learning rate or a weight decay.
     *
     * @param what the number's name, as the message begins
     * @param value the number
     * @throws IllegalArgumentException unless the value is 0, or above 0 and finite as a float
     */
    public static void requireAtLeastZero(String what, double value) {
        if (value != 0) {
            require(what, value, value > 0 && isPositiveFloat(value), "at least 0 and finite as a float");
        }
    }

    /**
     * Checks a limit, or an epsilon that keeps a quotient finite.
     *
     * @param what the number's name, as the message begins
     * @param value the number
     * @throws IllegalArgumentException unless the value is above 0 and finite as a float
     */
    public static void requirePositive(String what, double value) {
        require(what, value, isPositiveFloat(value), "above 0 and finite as a float");
    }

    /**
     * Checks a momentum, or the decay rate of a moving average.
     *
     * @param what the number's name, as the message begins
     * @param value the number
     * @throws IllegalArgumentException unless the value is at least 0 and below 1 as a float
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
