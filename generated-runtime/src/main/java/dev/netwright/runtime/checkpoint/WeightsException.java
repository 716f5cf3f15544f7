package dev.netwright.runtime.checkpoint;

import java.nio.file.Path;

/**
 * A weights file that cannot be used. The message names the file, what was expected, what was found, and the cure.
 * Failures of the disk itself are {@link java.io.UncheckedIOException}s instead.
 */
public abstract sealed class WeightsException extends RuntimeException
        permits MalformedWeightsException, WrongNetworkException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 120;

    WeightsException(Path file, String expected, String found, String cure) {
        super("Weights file " + file + ": expected " + expected + ", but found " + found + ". " + cure);
    }

    /**
     * Text from an untrusted file, fit for a terminal: in quotes, cut to 120 characters, and with U+FFFD in place of
     * control, format and surrogate characters.
     */
    public static String quote(String untrusted) {
        StringBuilder quoted = new StringBuilder("'");
        untrusted
                .codePoints()
                .limit(LONGEST_QUOTE)
                .map(character -> isPrintable(character) ? character : 0xFFFD)
                .forEach(quoted::appendCodePoint);
        return quoted.append(untrusted.codePointCount(0, untrusted.length()) > LONGEST_QUOTE ? "...'" : "'")
                .toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
