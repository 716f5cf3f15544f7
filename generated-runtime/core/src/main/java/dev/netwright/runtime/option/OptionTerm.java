package dev.netwright.runtime.option;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An entry of a checkpoint that describes an option's value.
 *
 * @param name name for messages, and part of the key in a checkpoint; its meaning never changes
 * @param text computes the entry from the option's value, or from several options
 * @param former computes what earlier versions wrote for the same values, where that is another text
 * @param absent the text of a run whose checkpoint lacks the entry, because the version that wrote it didn't have the
 *     option; empty if such a checkpoint tells nothing
 */
public record OptionTerm(
        String name,
        BiFunction<RunOption<?>, OptionValues, String> text,
        Function<OptionValues, Set<String>> former,
        Optional<String> absent) {
    /**
     * An entry with the text of the option's value, or {@link RunOption#NONE}.
     *
     * @param name the entry's name
     * @return the entry
     */
    public static OptionTerm own(String name) {
        return new OptionTerm(name, RunOption::text, values -> Set.of(), Optional.empty());
    }

    /**
     * An entry with another text.
     *
     * @param name the entry's name
     * @param text computes the text from the run's options
     * @return the entry
     */
    public static OptionTerm of(String name, Function<OptionValues, String> text) {
        return new OptionTerm(name, (option, values) -> text.apply(values), given -> Set.of(), Optional.empty());
    }

    /**
     * Sets the texts that earlier versions wrote.
     *
     * @param written computes those texts from the run's options
     * @return a changed copy
     */
    public OptionTerm formerly(Function<OptionValues, Set<String>> written) {
        return new OptionTerm(name, text, written, absent);
    }

    /**
     * Sets what it means if a checkpoint lacks the entry.
     *
     * @param value the text of every run before the option existed
     * @return a changed copy
     */
    public OptionTerm absentMeans(String value) {
        return new OptionTerm(name, text, former, Optional.of(value));
    }
}
