package dev.netwright.processor.writer;

import java.util.Locale;

/** Numbers in the form that people write in Java. */
final class Literals {
    private static final int FIRST_GROUPED = 10_000;

    private Literals() {}

    /** {@code 61_706L}, but {@code 1234L}: short numbers read better without underscores. */
    static String ofLong(long value) {
        return (value < FIRST_GROUPED ? Long.toString(value) : grouped(value).replace(',', '_')) + "L";
    }

    /** {@code 61,706}. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1e-4} for 1.0E-4. */
    static String ofDouble(double value) {
        return Double.toString(value).replace('E', 'e').replace(".0e", "e");
    }
}
