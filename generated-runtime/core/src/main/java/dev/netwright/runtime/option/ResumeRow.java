package dev.netwright.runtime.option;

/**
 * A row of the documentation's table of what may change.
 *
 * @param change what the run is resumed with, as Markdown
 * @param outcome what becomes of it
 */
public record ResumeRow(String change, ResumeOutcome outcome) {
    /** A change that is refused. */
    public static ResumeRow refused(String change) {
        return new ResumeRow(change, ResumeOutcome.REFUSED);
    }

    /** A change that nothing comes of. */
    public static ResumeRow continues(String change) {
        return new ResumeRow(change, ResumeOutcome.CONTINUES);
    }
}
