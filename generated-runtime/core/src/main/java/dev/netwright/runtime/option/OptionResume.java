package dev.netwright.runtime.option;

import java.util.List;

/**
 * What becomes of a run that is resumed with another value of an option, and by which entries of its checkpoint that is found out.
 *
 * @param policy what becomes of it
 * @param terms entries of the checkpoint; an option that may change has none
 * @param rows of the documentation's table; without any, one for each way to give the option
 */
public record OptionResume(ResumePolicy policy, List<OptionTerm> terms, List<ResumeRow> rows) {
    /** Copies the lists. */
    public OptionResume {
        terms = List.copyOf(terms);
        rows = List.copyOf(rows);
        if (terms.isEmpty() == policy.isCompared()) {
            throw new IllegalArgumentException(
                    "what a run is resumed with is compared by terms, and what may change has none, found " + terms
                            + " for " + policy);
        }
    }

    /** Compared by the text of its value. */
    public static OptionResume of(ResumePolicy policy, String term) {
        return of(policy, OptionTerm.own(term));
    }

    /** Compared by other texts. */
    public static OptionResume of(ResumePolicy policy, OptionTerm... terms) {
        return new OptionResume(policy, List.of(terms), List.of());
    }

    /** The same with rows of its own in the documentation's table. */
    public OptionResume rows(ResumeRow... own) {
        return new OptionResume(policy, terms, List.of(own));
    }
}
