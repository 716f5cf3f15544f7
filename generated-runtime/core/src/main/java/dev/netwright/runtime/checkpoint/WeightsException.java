package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.nio.file.Path;
import java.util.List;

/**
 * A weights file can't be used. The message names the file, what was expected, what was found, and the fix. I/O errors
 * are {@link java.io.UncheckedIOException}s instead.
 */
public abstract sealed class WeightsException extends RuntimeException implements WordedFault
        permits MalformedWeightsException, WrongNetworkException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 120;

    /** The fault without its fix. */
    private final String fault;

    private final transient List<Fix> fixes;

    WeightsException(Path file, String expected, String found, List<Fix> fixes) {
        this("Weights file " + file + ": expected " + expected + ", but found " + found + ".", fixes);
    }

    WeightsException(String fault, List<Fix> fixes) {
        super(text(fault, fixes, Wording.JAVA));
        this.fault = fault;
        this.fixes = fixes;
    }

    @Override
    public final String message(Wording wording) {
        return text(fault, fixes, wording);
    }

    private static String text(String fault, List<Fix> fixes, Wording wording) {
        String clauses = Fix.clauses(fixes, wording);
        return clauses.isEmpty() ? fault : fault + " " + clauses;
    }

    /**
     * Makes text from an untrusted file safe for a terminal: in quotes, at most 120 characters, and with U+FFFD in
     * place of control, format and surrogate characters.
     *
     * @param untrusted the text
     * @return the quoted text
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
