package dev.netwright.operation;

/** Arithmetic on counts of at least 0 that returns {@link Long#MAX_VALUE} instead of overflowing. */
public final class Saturating {
    private Saturating() {}

    /**
     * The product of counts.
     *
     * @param counts the factors, each at least 0
     * @return the product, at most {@link Long#MAX_VALUE}
     */
    public static long product(long... counts) {
        long product = 1;
        for (long count : counts) {
            long high = Math.multiplyHigh(product, count);
            product = high == 0 && product * count >= 0 ? product * count : Long.MAX_VALUE;
        }
        return product;
    }

    /**
     * The sum of two counts.
     *
     * @param a a count of at least 0
     * @param b a count of at least 0
     * @return the sum, at most {@link Long#MAX_VALUE}
     */
    public static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
