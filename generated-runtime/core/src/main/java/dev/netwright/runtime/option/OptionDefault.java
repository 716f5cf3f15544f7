package dev.netwright.runtime.option;

import java.util.Optional;
import java.util.function.Function;

/**
 * The default of an option.
 *
 * @param <T> type of the value
 * @param words the default in the documentation, as Markdown
 * @param value computes the default from the other options; empty if the option then has no value
 */
public record OptionDefault<T>(String words, Function<OptionValues, Optional<T>> value) {
    /**
     * A fixed default.
     *
     * @param words the default in the documentation, as Markdown
     * @param value the default
     * @param <T> type of the value
     * @return the default
     */
    public static <T> OptionDefault<T> of(String words, T value) {
        Optional<T> always = Optional.of(value);
        return new OptionDefault<>(words, values -> always);
    }

    /**
     * No default.
     *
     * @param <T> type of the value
     * @return the default, {@code none} in the documentation
     */
    public static <T> OptionDefault<T> none() {
        return none("none");
    }

    /**
     * No default, with an explanation.
     *
     * @param words the explanation in the documentation, as Markdown
     * @param <T> type of the value
     * @return the default
     */
    public static <T> OptionDefault<T> none(String words) {
        return new OptionDefault<>(words, values -> Optional.empty());
    }
}
