package dev.netwright.runtime.option;

/** What becomes of a run that is resumed with another value of an option. Every option has one; there is none by default. */
public enum ResumePolicy {
    /** It is another run, and refused. */
    MUST_EQUAL("run.", ResumeOutcome.REFUSED),
    /** As {@link #MUST_EQUAL}, but it may come or go: a run without it has nothing that another value could contradict. */
    MUST_EQUAL_OR_BE_ABSENT("run.", ResumeOutcome.REFUSED),
    /** It may change where the learning rates of the steps so far don't. */
    RATES_MUST_EQUAL("run.", ResumeOutcome.REFUSED),
    /** The run continues, no longer bit-identical to one that never stopped, and a line says so. What is compared, the option's value says. */
    IS_REPORTED("environment.", ResumeOutcome.CONTINUES_WITH_A_LINE),
    /** The run continues: what it learns doesn't depend on it. No checkpoint holds it. */
    MAY_CHANGE("", ResumeOutcome.CONTINUES),
    /** It says which run is continued, and so is no part of what the run is. No checkpoint holds it. */
    CHOOSES_THE_RUN("", ResumeOutcome.CONTINUES);

    private final String prefix;
    private final ResumeOutcome usual;

    ResumePolicy(String prefix, ResumeOutcome usual) {
        this.prefix = prefix;
        this.usual = usual;
    }

    /** Begins the keys of such terms in a checkpoint. */
    public String prefix() {
        return prefix;
    }

    /** Whether the option's own terms decide. */
    boolean isCompared() {
        return this == MUST_EQUAL || this == MUST_EQUAL_OR_BE_ABSENT || this == RATES_MUST_EQUAL;
    }

    /** What becomes of a run that is resumed with another value, unless an option says more of it. */
    ResumeOutcome usual() {
        return usual;
    }
}
