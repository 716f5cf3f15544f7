package dev.netwright.operation;

/** A product of counts that stays at {@link Long#MAX_VALUE} instead of overflowing. */
final class SaturatingProduct {
    private SaturatingProduct() {}

    static long of(long... counts) {
        long product = 1;
        for (long count : counts) {
            long high = Math.multiplyHigh(product, count);
            product = high == 0 && product * count >= 0 ? product * count : Long.MAX_VALUE;
        }
        return product;
    }
}
