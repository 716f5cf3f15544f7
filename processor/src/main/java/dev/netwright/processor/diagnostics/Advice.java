package dev.netwright.processor.diagnostics;

/**
 * What one lint says of one spec, or of an option. The network is written all the same.
 *
 * @param lint the kind of advice
 * @param origin the value to underline
 * @param found what was found: a sentence without full stop
 * @param trail the shapes from the input to the place, or empty
 * @param cure the smallest change that follows the advice, as an imperative sentence; empty if there is none to make
 */
public record Advice(Lint lint, Origin origin, String found, String trail, String cure) {
    /** Advice that needs no shape trail. */
    public static Advice of(Lint lint, Origin origin, String found, String cure) {
        return new Advice(lint, origin, found, "", cure);
    }

    /** The compiler message, in the form of {@link Finding#message}. */
    public String message() {
        return Finding.message(lint.id(), lint.rule(), origin, found, trail, cure);
    }
}
