package dev.netwright.runtime.option;

/** What happens if a run is resumed with another value of an option. Every option has a policy; there is no default. */
public enum ResumePolicy {
    /** It is another run, and can't be resumed. */
    MUST_EQUAL("run.", ResumeOutcome.REFUSED),
    /**
     * Like {@link #MUST_EQUAL}, but the option may be added or removed, because a run without it has nothing to
     * contradict.
     */
    MUST_EQUAL_OR_BE_ABSENT("run.", ResumeOutcome.REFUSED),
    /** The option may change if the learning rates of all steps so far stay the same. */
    RATES_MUST_EQUAL("run.", ResumeOutcome.REFUSED),
    /**
     * The run continues, no longer bit-identical to an uninterrupted one, and a line reports the difference. The
     * option's value provides the compared entries.
     */
    IS_REPORTED("environment.", ResumeOutcome.CONTINUES_AND_REPORTS),
    /** The run continues, because its result doesn't depend on the option. Checkpoints don't store it. */
    MAY_CHANGE("", ResumeOutcome.CONTINUES),
    /** The option selects the run to resume, so it isn't a property of the run. Checkpoints don't store it. */
    CHOOSES_THE_RUN("", ResumeOutcome.CONTINUES);

    private final String prefix;
    private final ResumeOutcome usual;

    ResumePolicy(String prefix, ResumeOutcome usual) {
        this.prefix = prefix;
        this.usual = usual;
    }

    /** {@return the prefix of the policy's entries in a checkpoint} */
    public String prefix() {
        return prefix;
    }

    /** Whether the option's own entries are compared. */
    boolean isCompared() {
        return this == MUST_EQUAL || this == MUST_EQUAL_OR_BE_ABSENT || this == RATES_MUST_EQUAL;
    }

    /** What usually happens if the value differs; an option's own rows can be more specific. */
    ResumeOutcome usual() {
        return usual;
    }
}
