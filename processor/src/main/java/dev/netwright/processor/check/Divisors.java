package dev.netwright.processor.check;

/** Positive whole numbers that divide others: suggestions that replace a number that doesn't. */
final class Divisors {
    private Divisors() {}

    /** The greatest common divisor. */
    static int greatestCommon(int a, int b) {
        return b == 0 ? a : greatestCommon(b, a % b);
    }

    /** The divisor of a number that is nearest to another number; of two equally near ones the smaller. */
    static int nearest(int number, int to) {
        int nearest = 1;
        for (int small = 1; (long) small * small <= number; small++) {
            if (number % small == 0) {
                nearest = nearer(small, nearer(number / small, nearest, to), to);
            }
        }
        return nearest;
    }

    private static int nearer(int a, int b, int to) {
        int distance = Long.compare(Math.abs((long) a - to), Math.abs((long) b - to));
        return distance < 0 || (distance == 0 && a < b) ? a : b;
    }

    /** The positive multiple of a number that is nearest to another number; of two equally near ones the smaller. */
    static int nearestMultiple(int of, int to) {
        int below = to - to % of;
        long above = (long) below + of;
        boolean isBelow = below > 0 && (to - below <= above - to || above > Integer.MAX_VALUE);
        return isBelow ? below : (int) above;
    }
}
