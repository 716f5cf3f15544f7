package dev.netwright.processor.card;

import java.util.Locale;

/** Numbers in a form that is easy to read. */
final class Quantity {
    private static final String[] COUNT_UNITS = {"", " K", " M", " G", " T", " P", " E"};
    private static final String[] BYTE_UNITS = {" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};

    private Quantity() {}

    /** {@code 61,706}. */
    static String exact(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 61.7 K}. */
    static String rounded(long count) {
        return scaled(count, 1000, COUNT_UNITS);
    }

    /** {@code 36.1 MiB}. */
    static String bytes(long bytes) {
        return scaled(bytes, 1024, BYTE_UNITS);
    }

    /** {@code 12.3 %} of a whole, or nothing of nothing. */
    static String share(long part, long whole) {
        if (part == 0 || whole == 0) {
            return "";
        }
        double percent = 100.0 * part / whole;
        return percent < 0.05 ? "< 0.1\u202f%" : String.format(Locale.ROOT, "%.1f\u202f%%", percent);
    }

    private static String scaled(long number, int base, String[] units) {
        double scaled = number;
        int unit = 0;
        while (scaled >= base && unit + 1 < units.length) {
            scaled /= base;
            unit++;
        }
        String format = unit == 0 || scaled >= 100 ? "%.0f" : scaled >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, scaled) + units[unit].replace(' ', '\u00a0');
    }
}
