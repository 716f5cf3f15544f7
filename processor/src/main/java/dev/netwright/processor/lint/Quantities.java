package dev.netwright.processor.lint;

import java.util.Locale;

/** Large numbers in a message, rounded for people. */
final class Quantities {
    private static final String[] BYTE_UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Quantities() {}

    /** {@code 5.9 GiB}: in powers of 1024, as the JVM's own options are. */
    static String bytes(long bytes) {
        double scaled = bytes;
        int unit = 0;
        while (scaled >= 1024 && unit < BYTE_UNITS.length - 1) {
            scaled /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", scaled, BYTE_UNITS[unit]);
    }

    /** {@code 128,806,154}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 7.55 GMACs}, {@code 4.04 MMACs}, or below a million {@code 423,038 MACs}. */
    static String multiplyAdds(long count) {
        if (count < 1_000_000) {
            return count(count) + " MACs";
        }
        return count < 1_000_000_000
                ? String.format(Locale.ROOT, "%.2f MMACs", count / 1e6)
                : String.format(Locale.ROOT, "%.2f GMACs", count / 1e9);
    }
}
