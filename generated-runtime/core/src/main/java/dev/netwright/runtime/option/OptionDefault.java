package dev.netwright.runtime.option;

import java.util.Optional;
import java.util.function.Function;

/**
 * What an option is unless it is given.
 *
 * @param <T> the value
 * @param words for the documentation, as Markdown
 * @param value by the other options; empty if the run then has none
 */
public record OptionDefault<T>(String words, Function<OptionValues, Optional<T>> value) {
    /** Always the same. */
    public static <T> OptionDefault<T> of(String words, T value) {
        Optional<T> always = Optional.of(value);
        return new OptionDefault<>(words, values -> always);
    }

    /** Nothing. */
    public static <T> OptionDefault<T> none() {
        return none("none");
    }

    /** Nothing, in other words. */
    public static <T> OptionDefault<T> none(String words) {
        return new OptionDefault<>(words, values -> Optional.empty());
    }
}
