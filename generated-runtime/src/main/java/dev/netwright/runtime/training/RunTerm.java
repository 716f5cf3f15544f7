package dev.netwright.runtime.training;

/**
 * One thing that a run follows from.
 *
 * @param name for a person, and a part of the key in a checkpoint: it never changes its meaning
 * @param value by content
 * @param valueOfOld as version 0.1 wrote it
 * @param policy what becomes of a run that is resumed with another value
 */
record RunTerm(String name, String value, String valueOfOld, Policy policy) {
    /** What {@link #value} is where there is no such thing. */
    static final String NONE = "none";

    /** What another value means to a run that is resumed. */
    enum Policy {
        /** It is another run, and refused. */
        SAME("run."),
        /** As {@link #SAME}, but it may come or go: a run without it has nothing that another value could contradict. */
        SAME_OR_NONE("run."),
        /** It may change where the rates of the steps so far don't; {@link RunLength} looks at them. */
        LENGTH("run."),
        /** The run continues, with other bits, and a line says so. */
        REPORTED("environment.");

        private final String prefix;

        Policy(String prefix) {
            this.prefix = prefix;
        }

        /** Begins the keys of such terms in a checkpoint. */
        String prefix() {
            return prefix;
        }
    }

    RunTerm(String name, String value, Policy policy) {
        this(name, value, value, policy);
    }

    /** As a checkpoint of version 0.1 would have it. */
    RunTerm old() {
        return new RunTerm(name, valueOfOld, policy);
    }

    String key() {
        return policy.prefix() + name;
    }

    /** Whether a run that had another value of it is another run. */
    boolean refuses(String before) {
        return switch (policy) {
            case SAME -> !value.equals(before);
            case SAME_OR_NONE -> !value.equals(before) && !value.equals(NONE) && !before.equals(NONE);
            case LENGTH, REPORTED -> false;
        };
    }
}
