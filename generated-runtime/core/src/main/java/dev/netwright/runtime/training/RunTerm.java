package dev.netwright.runtime.training;

import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.option.RunOption;
import java.util.Set;

/**
 * One thing that a run follows from.
 *
 * @param name for a person, and a part of the key in a checkpoint: it never changes its meaning
 * @param value by content
 * @param former what earlier versions wrote of the same
 * @param policy what becomes of a run that is resumed with another value
 */
record RunTerm(String name, String value, Set<String> former, ResumePolicy policy) {
    /** Copies the set. */
    RunTerm {
        former = Set.copyOf(former);
    }

    RunTerm(String name, String value, ResumePolicy policy) {
        this(name, value, Set.of(), policy);
    }

    String key() {
        return policy.prefix() + name;
    }

    /** Whether a run that had another value of it is another run. */
    boolean refuses(String before) {
        return switch (policy) {
            case MUST_EQUAL -> !isSame(before);
            case MUST_EQUAL_OR_BE_ABSENT ->
                !isSame(before) && !value.equals(RunOption.NONE) && !before.equals(RunOption.NONE);
            // Of the number of epochs RunLength decides, and the others are no terms that are compared.
            case RATES_MUST_EQUAL, IS_REPORTED, MAY_CHANGE, CHOOSES_THE_RUN -> false;
        };
    }

    /** What is shown beside another text: the one that an earlier version would have written, if that is how the other begins. */
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
