package dev.netwright.runtime.option;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An entry of a checkpoint that describes an option's value.
 *
 * @param name name for messages, and part of the key in a checkpoint; its meaning never changes
 * @param text computes the entry from the option's value, or from several options
 * @param textOfOld computes the entry as version 0.1 wrote it; empty if it wrote the same
 */
public record OptionTerm(
        String name,
        BiFunction<RunOption<?>, OptionValues, String> text,
        Optional<Function<OptionValues, String>> textOfOld) {
    /**
     * An entry with the text of the option's value, or {@link RunOption#NONE}.
     *
     * @param name the entry's name
     * @return the entry
     */
    public static OptionTerm own(String name) {
        return new OptionTerm(name, RunOption::text, Optional.empty());
    }

    /**
     * An entry with another text.
     *
     * @param name the entry's name
     * @param text computes the text from the run's options
     * @return the entry
     */
    public static OptionTerm of(String name, Function<OptionValues, String> text) {
        return new OptionTerm(name, (option, values) -> text.apply(values), Optional.empty());
    }

    /**
     * Sets the text that version 0.1 wrote.
     *
     * @param written computes that text from the run's options
     * @return a changed copy
     */
    public OptionTerm old(Function<OptionValues, String> written) {
        return new OptionTerm(name, text, Optional.of(written));
    }
}
