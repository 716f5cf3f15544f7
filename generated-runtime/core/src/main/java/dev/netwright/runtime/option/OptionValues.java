package dev.netwright.runtime.option;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a run was given of its options: immutable, each method returns a changed copy. */
public final class OptionValues {
    /** Nothing was given. */
    public static final OptionValues NONE = new OptionValues(Map.of());

    private final Map<RunOption<?>, Object> given;

    private OptionValues(Map<RunOption<?>, Object> given) {
        this.given = given;
    }

    /** The same with a value in the place of any other. */
    public <T> OptionValues with(RunOption<T> option, T value) {
        Map<RunOption<?>, Object> changed = new HashMap<>(given);
        changed.put(option, value);
        return new OptionValues(changed);
    }

    /** The same with some options as if nobody had given them. */
    public OptionValues without(RunOption<?>... options) {
        Map<RunOption<?>, Object> changed = new HashMap<>(given);
        for (RunOption<?> option : options) {
            changed.remove(option);
        }
        return new OptionValues(changed);
    }

    /** What was given; empty if nothing was, whatever the option is then. */
    public <T> Optional<T> given(RunOption<T> option) {
        Object value = given.get(option);
        return value == null ? Optional.empty() : option.cast(value);
    }

    /** What was given, or what the option is otherwise; empty if that is nothing. */
    public <T> Optional<T> find(RunOption<T> option) {
        Object value = given.get(option);
        return value == null ? option.otherwise().value().apply(this) : option.cast(value);
    }

    /**
     * The value of an option that always has one.
     *
     * @throws IllegalStateException if it has none
     */
    public <T> T get(RunOption<T> option) {
        return find(option)
                .orElseThrow(() -> new IllegalStateException("a run must have its " + option + ", found none"));
    }
}
