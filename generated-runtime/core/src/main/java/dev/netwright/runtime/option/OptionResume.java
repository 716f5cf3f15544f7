package dev.netwright.runtime.option;

import java.util.List;

/**
 * What happens if a run is resumed with another value of an option, and which entries of the checkpoint are compared.
 *
 * @param policy what happens
 * @param terms the compared entries of the checkpoint; none if the option may change
 * @param rows rows of the documentation's table; if empty, one for each method that sets the option
 */
public record OptionResume(ResumePolicy policy, List<OptionTerm> terms, List<ResumeRow> rows) {
    /**
     * Copies the lists.
     *
     * @param policy what happens
     * @param terms the compared entries of the checkpoint; none if the option may change
     * @param rows rows of the documentation's table; if empty, one for each method that sets the option
     * @throws IllegalArgumentException if the policy compares entries and there are none, or the other way round
     */
    public OptionResume {
        terms = List.copyOf(terms);
        rows = List.copyOf(rows);
        if (terms.isEmpty() == policy.isCompared()) {
            throw new IllegalArgumentException(
                    "only options that are compared when a run is resumed must have terms, found " + terms + " for "
                            + policy);
        }
    }

    /**
     * Compares the value's text.
     *
     * @param policy what happens if it differs
     * @param term name of the checkpoint's entry
     * @return how the option is resumed
     */
    public static OptionResume of(ResumePolicy policy, String term) {
        return of(policy, OptionTerm.own(term));
    }

    /**
     * Compares other texts.
     *
     * @param policy what happens if one differs
     * @param terms entries of the checkpoint
     * @return how the option is resumed
     */
    public static OptionResume of(ResumePolicy policy, OptionTerm... terms) {
        return new OptionResume(policy, List.of(terms), List.of());
    }

    /**
     * Sets the rows of the documentation's table.
     *
     * @param own the rows
     * @return a changed copy
     */
    public OptionResume rows(ResumeRow... own) {
        return new OptionResume(policy, terms, List.of(own));
    }
}
