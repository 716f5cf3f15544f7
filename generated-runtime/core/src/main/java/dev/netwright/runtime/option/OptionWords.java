package dev.netwright.runtime.option;

import dev.netwright.runtime.fault.Setting;
import java.util.List;
import java.util.Optional;

/**
 * How users set an option, and its help text.
 *
 * @param calls methods of the builder with their parentheses: {@code batch(...)}, {@code dropLastBatch()}
 * @param flag the command-line option, such as {@code --batch}; empty if only programs can set it
 * @param label label of the command-line option's value, such as {@code <count>}; empty if it has none
 * @param help the help text, a sentence without its full stop
 * @param setting the setting that messages suggest; empty if none does
 */
public record OptionWords(
        List<String> calls, Optional<String> flag, Optional<String> label, String help, Optional<Setting> setting) {
    /**
     * Copies the list.
     *
     * @param calls methods of the builder with their parentheses: {@code batch(...)}, {@code dropLastBatch()}
     * @param flag the command-line option, such as {@code --batch}; empty if only programs can set it
     * @param label label of the command-line option's value, such as {@code <count>}; empty if it has none
     * @param help the help text, a sentence without its full stop
     * @param setting the setting that messages suggest; empty if none does
     */
    public OptionWords {
        calls = List.copyOf(calls);
    }

    /**
     * An option that only programs can set.
     *
     * @param help the help text, a sentence without its full stop
     * @param calls methods of the builder with their parentheses
     * @return the words
     */
    public static OptionWords of(String help, String... calls) {
        return new OptionWords(List.of(calls), Optional.empty(), Optional.empty(), help, Optional.empty());
    }

    /**
     * Adds a command-line option with a value.
     *
     * @param name the option, such as {@code --batch}
     * @param newLabel label of its value, such as {@code <count>}
     * @return a changed copy
     */
    public OptionWords flag(String name, String newLabel) {
        return new OptionWords(calls, Optional.of(name), Optional.of(newLabel), help, setting);
    }

    /**
     * Adds a command-line option without a value.
     *
     * @param name the option, such as {@code --resume}
     * @return a changed copy
     */
    public OptionWords flag(String name) {
        return new OptionWords(calls, Optional.of(name), Optional.empty(), help, setting);
    }

    /**
     * Sets the setting by which messages suggest this option.
     *
     * @param advised the setting
     * @return a changed copy
     */
    public OptionWords setting(Setting advised) {
        return new OptionWords(calls, flag, label, help, Optional.of(advised));
    }

    /** {@return the names of the builder's methods, without parentheses} */
    public List<String> methods() {
        return calls.stream()
                .map(call -> call.substring(0, call.indexOf('(')))
                .distinct()
                .toList();
    }
}
