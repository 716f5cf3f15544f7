package dev.netwright.runtime.option;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of a checkpoint's entries that say what its run had of an option.
 *
 * @param name for a person, and a part of the key in a checkpoint: it never changes its meaning
 * @param text of the option's value, or of others with it
 * @param textOfOld as version 0.1 wrote it, where that is another
 */
public record OptionTerm(
        String name,
        BiFunction<RunOption<?>, OptionValues, String> text,
        Optional<Function<OptionValues, String>> textOfOld) {
    /** The text of the option's own value; {@link RunOption#NONE} where it has none. */
    public static OptionTerm own(String name) {
        return new OptionTerm(name, RunOption::text, Optional.empty());
    }

    /** Another text of some values. */
    public static OptionTerm of(String name, Function<OptionValues, String> text) {
        return new OptionTerm(name, (option, values) -> text.apply(values), Optional.empty());
    }

    /** The same in a checkpoint that version 0.1 wrote otherwise. */
    public OptionTerm old(Function<OptionValues, String> written) {
        return new OptionTerm(name, text, Optional.of(written));
    }
}
