package dev.netwright.examples.tutorial;

/**
 * Mean and standard deviation of a population, one value after another (Welford, 1962, "Note on a method for calculating
 * corrected sums of squares and products"). Unlike a difference of sums of squares it can't give the root of a negative number.
 */
final class MeanAndDeviation {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
    }

    /** 0 without values. */
    double mean() {
        return mean;
    }

    /** The root of the mean squared distance from the mean, 0 without values. */
    double deviation() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }
}
