package dev.netwright.runtime.training;

import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.option.RunOption;

/**
 * One thing that a run follows from.
 *
 * @param name for a person, and a part of the key in a checkpoint: it never changes its meaning
 * @param value by content
 * @param valueOfOld as version 0.1 wrote it
 * @param policy what becomes of a run that is resumed with another value
 */
record RunTerm(String name, String value, String valueOfOld, ResumePolicy policy) {
    RunTerm(String name, String value, ResumePolicy policy) {
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
            case MUST_EQUAL -> !value.equals(before);
            case MUST_EQUAL_OR_BE_ABSENT ->
                !value.equals(before) && !value.equals(RunOption.NONE) && !before.equals(RunOption.NONE);
            // Of the number of epochs RunLength decides, and the others are no terms that are compared.
            case RATES_MUST_EQUAL, IS_REPORTED, MAY_CHANGE, CHOOSES_THE_RUN -> false;
        };
    }
}
