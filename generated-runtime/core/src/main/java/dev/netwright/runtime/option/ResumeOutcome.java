package dev.netwright.runtime.option;

/** What happens to a resumed run. */
public enum ResumeOutcome {
    /** A {@code ResumeException} names the difference and both values. */
    REFUSED("refused"),
    /** The run continues as if nothing had changed. */
    CONTINUES("continues"),
    /** The run continues, but isn't bit-identical to an uninterrupted one. */
    CONTINUES_AND_REPORTS("continues, and reports it");

    private final String text;

    ResumeOutcome(String text) {
        this.text = text;
    }

    /** {@return the outcome in the documentation} */
    public String text() {
        return text;
    }
}
