package dev.netwright.runtime.training;

import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.option.RunOption;
import java.util.Optional;
import java.util.Set;

/**
 * One value that a run's result depends on.
 *
 * @param name name for messages, and part of the key in a checkpoint; its meaning never changes
 * @param value content of the value as text
 * @param former the texts that earlier versions wrote for the same value
 * @param absent the value of a run whose checkpoint lacks it; empty if that tells nothing
 * @param policy what happens if the run is resumed with another value
 */
record RunTerm(String name, String value, Set<String> former, Optional<String> absent, ResumePolicy policy) {
    /** Copies the set. */
    RunTerm {
        former = Set.copyOf(former);
    }

    RunTerm(String name, String value, ResumePolicy policy) {
        this(name, value, Set.of(), Optional.empty(), policy);
    }

    String key() {
        return policy.prefix() + name;
    }

    /** Whether the run can't be resumed because the checkpoint has another value. */
    boolean refuses(String before) {
        return switch (policy) {
            case MUST_EQUAL -> !isSame(before);
            case MUST_EQUAL_OR_BE_ABSENT ->
                !isSame(before) && !value.equals(RunOption.NONE) && !before.equals(RunOption.NONE);
            // RunLength checks the number of epochs; the other policies compare nothing.
            case RATES_MUST_EQUAL, IS_REPORTED, MAY_CHANGE, CHOOSES_THE_RUN -> false;
        };
    }

    /**
     * What is shown beside another text: the one that an earlier version would have written, if that is how the other
     * begins.
     */
    String beside(String before) {
        String head = head(before);
        return former.stream()
                .filter(text -> !head.isEmpty() && head(text).equals(head))
                .findFirst()
                .orElse(value);
    }

    private static String head(String text) {
        return text.substring(0, text.indexOf('(') + 1);
    }

    private boolean isSame(String before) {
        return value.equals(before) || former.contains(before);
    }
}
