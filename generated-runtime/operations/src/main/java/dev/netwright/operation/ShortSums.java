package dev.netwright.operation;

/**
 * How long sums are cut. A library adds float by float, and a sum of {@code n} numbers is then off by about {@code n} roundings where it
 * should be by {@code log n}; so sums of more than {@link #MOST_VALUES} are made of parts.
 */
public final class ShortSums {
    /** The most values that are added up float by float. */
    public static final int MOST_VALUES = 1024;

    /** Shorter parts than this are as much work as what they are parts of. */
    private static final int LEAST_VALUES = 32;

    private ShortSums() {}

    /** Whether a sum over so many values is cut. */
    public static boolean areNeeded(long values) {
        return values > MOST_VALUES;
    }

    /**
     * The length of equal parts of so many values.
     *
     * @return the largest divisor up to {@link #MOST_VALUES}; if that is small, as for twice a prime, the smallest above
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

    /** The largest divisor of a number that isn't above {@code most}. */
    public static int divisor(int number, int most) {
        int divisor = Math.max(1, Math.min(number, most));
        while (number % divisor != 0) {
            divisor--;
        }
        return divisor;
    }
}
