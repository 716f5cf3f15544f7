package dev.netwright.runtime.schedule;

/** What a schedule's numbers may be. */
final class Range {
    private Range() {}

    static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            String range = most == Double.MAX_VALUE || most == Integer.MAX_VALUE
                    ? "at least " + plain(least)
                    : "from " + plain(least) + " to " + plain(most);
            throw new IllegalArgumentException(what + " must be " + range + ", found " + plain(value));
        }
    }

    static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be above 0, found " + plain(value));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
