package dev.netwright.runtime.option;

import dev.netwright.runtime.fault.Setting;
import java.util.List;
import java.util.Optional;

/**
 * How people give an option, and its help.
 *
 * @param calls of the builder, with what goes into their parentheses: {@code batch(...)}, {@code dropLastBatch()}
 * @param flag of the command line, such as {@code --batch}; empty if a program alone can give it
 * @param label of what stands behind the flag, such as {@code <count>}; empty if nothing does
 * @param help a sentence without its full stop
 * @param setting that messages advise to set; empty if none does
 */
public record OptionWords(
        List<String> calls, Optional<String> flag, Optional<String> label, String help, Optional<Setting> setting) {
    /** Copies the list. */
    public OptionWords {
        calls = List.copyOf(calls);
    }

    /** An option of programs alone. */
    public static OptionWords of(String help, String... calls) {
        return new OptionWords(List.of(calls), Optional.empty(), Optional.empty(), help, Optional.empty());
    }

    /** The same on the command line. */
    public OptionWords flag(String name, String newLabel) {
        return new OptionWords(calls, Optional.of(name), Optional.of(newLabel), help, setting);
    }

    /** The same on the command line, with nothing behind it. */
    public OptionWords flag(String name) {
        return new OptionWords(calls, Optional.of(name), Optional.empty(), help, setting);
    }

    /** The same as what a message advises to set. */
    public OptionWords setting(Setting advised) {
        return new OptionWords(calls, flag, label, help, Optional.of(advised));
    }

    /** Names of the builder's methods. */
    public List<String> methods() {
        return calls.stream()
                .map(call -> call.substring(0, call.indexOf('(')))
                .distinct()
                .toList();
    }
}
