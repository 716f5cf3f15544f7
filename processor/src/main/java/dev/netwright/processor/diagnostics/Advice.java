package dev.netwright.processor.diagnostics;

/**
 * What one lint reports about one spec, or about an option. The class is generated anyway.
 *
 * @param lint the kind of advice
 * @param origin the value to underline
 * @param found what was found: a sentence without full stop
 * @param trail the shapes from the input to the place, or empty
 * @param fix the smallest change that follows the advice, as an imperative sentence; empty if there is none
 */
public record Advice(Lint lint, Origin origin, String found, String trail, String fix) {
    /** Advice that needs no shape trail. */
    public static Advice of(Lint lint, Origin origin, String found, String fix) {
        return new Advice(lint, origin, found, "", fix);
    }

    /** The compiler message, in the form of {@link Finding#message}. */
    public String message() {
        return Finding.message(lint.id(), lint.rule(), origin, found, trail, fix);
    }
}
