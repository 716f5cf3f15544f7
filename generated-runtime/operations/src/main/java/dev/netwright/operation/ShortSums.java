package dev.netwright.operation;

/**
 * How long sums are split. A library adds value by value, so that the error of a sum of {@code n} numbers grows as
 * {@code n} roundings; pairwise summation would grow as {@code log n}. Sums of more than {@link #MOST_VALUES} values
 * are therefore sums of parts.
 */
public final class ShortSums {
    /** The largest number of values that are added up one by one. */
    public static final int MOST_VALUES = 1024;

    /** Below this length, the sum of the parts is as much work as the parts. */
    private static final int LEAST_VALUES = 32;

    private ShortSums() {}

    /**
     * Whether a sum must be split.
     *
     * @param values the number of summands
     * @return true if there are more than {@link #MOST_VALUES}
     */
    public static boolean areNeeded(long values) {
        return values > MOST_VALUES;
    }

    /**
     * The length of the equal parts of a sum.
     *
     * @param values the number of summands, at least 1
     * @return the largest divisor up to {@link #MOST_VALUES}; if that is short, as for twice a prime, the smallest
     *     divisor above
     */
    public static int part(int values) {
        int part = divisor(values, MOST_VALUES);
        if (part >= Math.min(values, LEAST_VALUES)) {
            return part;
        }
        int longer = MOST_VALUES + 1;
        while (values % longer != 0) {
            longer++;
        }
        return longer;
    }

    /**
     * The largest divisor of a number up to a limit.
     *
     * @param number the number, at least 1
     * @param most the limit; below 1 it counts as 1
     * @return the divisor, at least 1
     */
    public static int divisor(int number, int most) {
        int divisor = Math.max(1, Math.min(number, most));
        while (number % divisor != 0) {
            divisor--;
        }
        return divisor;
    }
}
