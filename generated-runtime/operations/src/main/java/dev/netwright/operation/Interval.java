package dev.netwright.operation;

/**
 * Bounds of a whole number. A number as the developer wrote it is exact. A number that came from a fault is tainted:
 * its interval is the range that its attribute allows, and whatever is computed from it is an interval too (Moore,
 * "Interval analysis", 1966). A finding that holds for every number of an interval doesn't depend on the fault.
 *
 * @param least the least possible value
 * @param most the greatest possible value, {@link Integer#MAX_VALUE} if there is no bound
 */
public record Interval(int least, int most) {
    /** The bounds of a count or size of which nothing is known: 1 and {@link Integer#MAX_VALUE}. */
    public static final Interval POSITIVE = new Interval(1, Integer.MAX_VALUE);

    /**
     * Checks the order of the bounds.
     *
     * @param least the least possible value
     * @param most the greatest possible value
     * @throws IllegalArgumentException if {@code least > most}
     */
    public Interval {
        if (least > most) {
            throw new IllegalArgumentException(least + " is more than " + most);
        }
    }

    /**
     * An exact number.
     *
     * @param value the number
     * @return an interval with both bounds equal to it
     */
    public static Interval of(int value) {
        return new Interval(value, value);
    }

    /**
     * Bounds that are clamped to the range of {@code int}.
     *
     * @param least the least possible value
     * @param most the greatest possible value, at least {@code least}
     * @return the interval of the clamped bounds
     */
    public static Interval between(long least, long most) {
        return new Interval(saturated(least), saturated(most));
    }

    /** {@return whether it contains a single number} */
    public boolean isExact() {
        return least == most;
    }

    /**
     * The bounds of a sum, clamped to the range of {@code int}.
     *
     * @param other the other summand
     * @return the interval of all sums
     */
    public Interval plus(Interval other) {
        return between((long) least + other.least, (long) most + other.most);
    }

    /**
     * The bounds of a product of numbers that are at least 0, clamped to the range of {@code int}.
     *
     * @param other the other factor
     * @return the interval of all products
     */
    public Interval times(Interval other) {
        return between((long) least * other.least, (long) most * other.most);
    }

    /**
     * The bounds of a number that lies in either interval.
     *
     * @param other the other interval
     * @return the smallest interval that contains both
     */
    public Interval or(Interval other) {
        return new Interval(Math.min(least, other.least), Math.max(most, other.most));
    }

    /** {@return the bounds when a smaller number may fix the fault: from 1 to the same greatest value} */
    public Interval orLess() {
        return new Interval(Math.min(1, most), most);
    }

    /**
     * Whether the intervals have no number in common.
     *
     * @param other the other interval
     * @return true if they are disjoint
     */
    public boolean isApartFrom(Interval other) {
        return most < other.least || other.most < least;
    }

    /**
     * Whether the interval contains a multiple of a number.
     *
     * @param number the number, above 0
     * @return true if any of the interval's numbers is divisible by it
     */
    public boolean hasMultipleOf(int number) {
        return most / number * number >= least;
    }

    /** The number, or a question mark if it isn't exact. */
    @Override
    public String toString() {
        return isExact() ? Integer.toString(least) : "?";
    }

    private static int saturated(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
