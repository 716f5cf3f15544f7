package dev.netwright.operation;

/**
 * What is known of a whole number: it lies between the least and the most that it may be. A number as it was written is exact. One
 * that came from a fault is tainted: it is as wide as what could stand in the fault's place, and so is whatever is computed
 * of it (Moore, "Interval analysis", 1966). What is wrong with each number of an interval doesn't follow from the fault.
 *
 * @param least the least that it may be
 * @param most the most that it may be, {@link Integer#MAX_VALUE} if it has no bound
 */
public record Interval(int least, int most) {
    /** What is known of a count or size of which nothing is known. */
    public static final Interval POSITIVE = new Interval(1, Integer.MAX_VALUE);

    /** Checks the order. */
    public Interval {
        if (least > most) {
            throw new IllegalArgumentException(least + " is more than " + most);
        }
    }

    /** An exact number. */
    public static Interval of(int value) {
        return new Interval(value, value);
    }

    /** A number between two, of which each is taken for the nearest int. */
    public static Interval between(long least, long most) {
        return new Interval(saturated(least), saturated(most));
    }

    /** Whether it is a single number. */
    public boolean isExact() {
        return least == most;
    }

    /** The sum. */
    public Interval plus(Interval other) {
        return between((long) least + other.least, (long) most + other.most);
    }

    /** The product of two that are not below 0. */
    public Interval times(Interval other) {
        return between((long) least * other.least, (long) most * other.most);
    }

    /** What is known of a number that is this one or the other. */
    public Interval or(Interval other) {
        return new Interval(Math.min(least, other.least), Math.max(most, other.most));
    }

    /** What is known of a number from 1 to this one: a fault is to be made up for by a smaller one. */
    public Interval orLess() {
        return new Interval(Math.min(1, most), most);
    }

    /** Whether it has no number in common with another. */
    public boolean isApartFrom(Interval other) {
        return most < other.least || other.most < least;
    }

    /** Whether it has a multiple of a number above 0. */
    public boolean hasMultipleOf(int number) {
        return most / number * number >= least;
    }

    /** The number, or a question mark. */
    @Override
    public String toString() {
        return isExact() ? Integer.toString(least) : "?";
    }

    private static int saturated(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
