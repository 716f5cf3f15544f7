package dev.netwright.runtime.option;

/**
 * A row of the documentation's table of options that may change.
 *
 * @param change the change, as Markdown
 * @param outcome what happens to the run
 */
public record ResumeRow(String change, ResumeOutcome outcome) {
    /**
     * A change with which the run can't be resumed.
     *
     * @param change the change, as Markdown
     * @return the row
     */
    public static ResumeRow refused(String change) {
        return new ResumeRow(change, ResumeOutcome.REFUSED);
    }

    /**
     * A change with which the run continues as before.
     *
     * @param change the change, as Markdown
     * @return the row
     */
    public static ResumeRow continues(String change) {
        return new ResumeRow(change, ResumeOutcome.CONTINUES);
    }
}
