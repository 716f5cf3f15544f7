package dev.netwright.runtime.schedule;

/** Checks the numbers of schedules. */
final class Range {
    private Range() {}

    static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            boolean isUnbounded = most == Double.MAX_VALUE || most == Float.MAX_VALUE || most == Integer.MAX_VALUE;
            String range = isUnbounded
                    ? "at least " + plain(least) + (value > most ? " and finite" : "")
                    : "from " + plain(least) + " to " + plain(most);
            throw new IllegalArgumentException(what + " must be " + range + ", found " + plain(value));
        }
    }

    static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    what + " must be above 0" + (value > 0 ? " and finite" : "") + ", found " + plain(value));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
