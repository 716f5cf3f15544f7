package dev.netwright.runtime.training;

import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.option.RunOption;

/**
 * One value that a run's result depends on.
 *
 * @param name name for messages, and part of the key in a checkpoint; its meaning never changes
 * @param value content of the value as text
 * @param valueOfOld the text that version 0.1 wrote
 * @param policy what happens if the run is resumed with another value
 */
record RunTerm(String name, String value, String valueOfOld, ResumePolicy policy) {
    RunTerm(String name, String value, ResumePolicy policy) {
        this(name, value, value, policy);
    }

    /** The term as a checkpoint of version 0.1 has it. */
    RunTerm old() {
        return new RunTerm(name, valueOfOld, policy);
    }

    String key() {
        return policy.prefix() + name;
    }

    /** Whether the run can't be resumed because the checkpoint has another value. */
    boolean refuses(String before) {
        return switch (policy) {
            case MUST_EQUAL -> !value.equals(before);
            case MUST_EQUAL_OR_BE_ABSENT ->
                !value.equals(before) && !value.equals(RunOption.NONE) && !before.equals(RunOption.NONE);
            // RunLength checks the number of epochs; the other policies compare nothing.
            case RATES_MUST_EQUAL, IS_REPORTED, MAY_CHANGE, CHOOSES_THE_RUN -> false;
        };
    }
}
