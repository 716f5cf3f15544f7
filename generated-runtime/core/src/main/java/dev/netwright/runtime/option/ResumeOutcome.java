package dev.netwright.runtime.option;

/** What a run that is resumed comes to. */
public enum ResumeOutcome {
    /** A {@code ResumeException} names what differs and both values. */
    REFUSED("refused"),
    /** As if nothing had changed. */
    CONTINUES("continues"),
    /** It isn't bit-identical any more. */
    CONTINUES_WITH_A_LINE("continues, and a line says so");

    private final String text;

    ResumeOutcome(String text) {
        this.text = text;
    }

    /** As the documentation says it. */
    public String text() {
        return text;
    }
}
