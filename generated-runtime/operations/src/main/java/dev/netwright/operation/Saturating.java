package dev.netwright.operation;

/** Counts, at least 0, that stay at {@link Long#MAX_VALUE} instead of overflowing. */
public final class Saturating {
    private Saturating() {}

    /** The product of counts. */
    public static long product(long... counts) {
        long product = 1;
        for (long count : counts) {
            long high = Math.multiplyHigh(product, count);
            product = high == 0 && product * count >= 0 ? product * count : Long.MAX_VALUE;
        }
        return product;
    }

    /** The sum of two counts. */
    public static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
