package dev.netwright.runtime.option;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of a checkpoint's entries that say what its run had of an option.
 *
 * @param name for a person, and a part of the key in a checkpoint: it never changes its meaning
 * @param text of the option's value, or of others with it
 * @param former what earlier versions wrote of the same values, where that is another text
 */
public record OptionTerm(
        String name, BiFunction<RunOption<?>, OptionValues, String> text, Function<OptionValues, Set<String>> former) {
    /** The text of the option's own value; {@link RunOption#NONE} where it has none. */
    public static OptionTerm own(String name) {
        return new OptionTerm(name, RunOption::text, values -> Set.of());
    }

    /** Another text of some values. */
    public static OptionTerm of(String name, Function<OptionValues, String> text) {
        return new OptionTerm(name, (option, values) -> text.apply(values), given -> Set.of());
    }

    /** The same, which earlier versions wrote otherwise. */
    public OptionTerm formerly(Function<OptionValues, Set<String>> written) {
        return new OptionTerm(name, text, written);
    }
}
