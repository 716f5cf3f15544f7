package dev.netwright.runtime.option;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The options that have been set for a run. Immutable; each method returns a changed copy. */
public final class OptionValues {
    /** No option is set. */
    public static final OptionValues NONE = new OptionValues(Map.of());

    private final Map<RunOption<?>, Object> given;

    private OptionValues(Map<RunOption<?>, Object> given) {
        this.given = given;
    }

    /**
     * Sets an option.
     *
     * @param option the option
     * @param value the value, which replaces an earlier one
     * @param <T> type of the value
     * @return a changed copy
     */
    public <T> OptionValues with(RunOption<T> option, T value) {
        Map<RunOption<?>, Object> changed = new HashMap<>(given);
        changed.put(option, value);
        return new OptionValues(changed);
    }

    /**
     * Resets options to their defaults.
     *
     * @param options the options
     * @return a changed copy
     */
    public OptionValues without(RunOption<?>... options) {
        Map<RunOption<?>, Object> changed = new HashMap<>(given);
        for (RunOption<?> option : options) {
            changed.remove(option);
        }
        return new OptionValues(changed);
    }

    /**
     * The value that was set.
     *
     * @param option the option
     * @param <T> type of the value
     * @return the value; empty if it wasn't set, even if the option has a default
     */
    public <T> Optional<T> given(RunOption<T> option) {
        Object value = given.get(option);
        return value == null ? Optional.empty() : option.cast(value);
    }

    /**
     * The value that was set, or else the default.
     *
     * @param option the option
     * @param <T> type of the value
     * @return the value; empty if there is neither
     */
    public <T> Optional<T> find(RunOption<T> option) {
        Object value = given.get(option);
        return value == null ? option.otherwise().value().apply(this) : option.cast(value);
    }

    /**
     * The value of an option that is required or has a default.
     *
     * @param option the option
     * @param <T> type of the value
     * @return the value that was set, or else the default
     * @throws IllegalStateException if there is neither
     */
    public <T> T get(RunOption<T> option) {
        return find(option)
                .orElseThrow(() -> new IllegalStateException("a run must have its " + option + ", found none"));
    }
}
