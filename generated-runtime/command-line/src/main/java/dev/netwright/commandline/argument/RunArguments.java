package dev.netwright.commandline.argument;

import dev.netwright.runtime.fault.Wording;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.option.OptionReader;
import dev.netwright.runtime.option.RunOption;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.Training;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of a run on the command line. Names, ranges and help texts come from the runtime's list. */
public final class RunArguments {
    private static final Pattern CALL = Pattern.compile("`([a-zA-Z]+\\([^)]*\\))`");

    private final Map<RunOption<?>, OptionRange<?>> ranges = new HashMap<>();
    private final Map<RunOption<?>, String> shown = new LinkedHashMap<>();
    private final Map<RunOption<?>, String> defaults = new LinkedHashMap<>();
    private final Map<RunOption<?>, OptionSpec> options = new LinkedHashMap<>();
    private @Nullable CommandSpec command;

    private RunArguments(List<RunOption<?>> options) {
        options.forEach(option -> shown.put(option, usual(option)));
    }

    /**
     * Selects some options.
     *
     * @param options options with a command-line flag
     * @return the options
     */
    public static RunArguments of(RunOption<?>... options) {
        return new RunArguments(List.of(options));
    }

    /** {@return all options of a run that have a command-line flag} */
    public static RunArguments all() {
        return new RunArguments(RunOptions.ALL.stream()
                .filter(option -> option.words().flag().isPresent())
                .toList());
    }

    /**
     * Sets the command's own default for an option.
     *
     * @param option the option
     * @param text the default as text
     * @return this
     */
    public RunArguments otherwise(RunOption<?> option, String text) {
        defaults.put(option, text);
        return shownAs(option, text);
    }

    /**
     * Sets how the help shows the default of an option, if the command determines it.
     *
     * @param option the option
     * @param words the default in words
     * @return this
     */
    public RunArguments shownAs(RunOption<?> option, String words) {
        shown.put(option, words);
        return this;
    }

    /**
     * Sets another range in the help, if the command parses the option in its own way.
     *
     * @param option the option
     * @param range the allowed values
     * @return this
     */
    public RunArguments within(RunOption<?> option, OptionRange<?> range) {
        ranges.put(option, range);
        return this;
    }

    /** A command with options of a run. {@link Adding} adds them to picocli's model. */
    public interface Having {
        /** {@return the command's options of a run} */
        RunArguments arguments();
    }

    /** Adds a run's options to a command's own options. */
    public static final class Adding implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            ((Having) command.userObject()).arguments().addTo(command);
            return command;
        }
    }

    private void addTo(CommandSpec newCommand) {
        command = newCommand;
        shown.forEach((option, words) -> {
            OptionSpec spec = spec(option, words);
            options.put(option, spec);
            newCommand.addOption(spec);
        });
    }

    private OptionSpec spec(RunOption<?> option, String words) {
        OptionSpec.Builder builder = OptionSpec.builder(flag(option)).description(description(option, words));
        return option.words()
                .label()
                .map(label -> builder.paramLabel(label).arity("1").type(String.class))
                .orElseGet(() -> builder.arity("0").type(boolean.class))
                .build();
    }

    /** Help, range and default: {@code Passes over the training images: at least 1 (default: 5).} */
    private String description(RunOption<?> option, String words) {
        String range = ranges.getOrDefault(option, option.codec().range()).wording();
        boolean hasDefault = option.words().label().isPresent() && !words.equals(RunOption.NONE);
        return option.words().help()
                + (range.isEmpty() ? "" : ": " + range)
                + (hasDefault ? " (default: " + words + ")." : ".");
    }

    /** The option's default, with flags in place of the builder's methods. */
    private static String usual(RunOption<?> option) {
        return CALL.matcher(option.otherwise().words()).replaceAll(call -> flagOf(call.group(1)));
    }

    private static String flagOf(String call) {
        return RunOptions.ALL.stream()
                .filter(option -> option.words().calls().contains(call))
                .flatMap(option -> option.words().flag().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a command line has no option for " + call));
    }

    private static String flag(RunOption<?> option) {
        return option.words()
                .flag()
                .orElseThrow(() -> new IllegalArgumentException("a command line can't give " + option));
    }

    /**
     * The text that was given for an option, or the command's own default.
     *
     * @param option the option
     * @return the text; empty if there is neither
     */
    public Optional<String> text(RunOption<?> option) {
        Object given =
                Objects.requireNonNull(options.get(option), option.name()).getValue();
        boolean isGiven = given != null && !given.equals(false);
        return Stream.of(isGiven ? given.toString() : "", defaults.getOrDefault(option, ""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /**
     * Parses an option in the command's own way.
     *
     * @param option the option
     * @param reader parses the text
     * @param <T> type of the value
     * @return the value; empty if the option has no text
     * @throws IllegalArgumentException if the text isn't valid; the message names the flag, the range and the text
     */
    public <T> Optional<T> read(RunOption<?> option, OptionReader<T> reader) {
        return text(option).map(given -> reader.read(flag(option), given));
    }

    /**
     * Applies all given options that the runtime's list can parse.
     *
     * @param training the run without these options
     * @return a changed copy
     * @throws IllegalArgumentException if a text isn't valid; the message names the flag, the range and the text
     */
    public Training appliedTo(Training training) {
        Training applied = training;
        for (RunOption<?> option : options.keySet()) {
            applied = applied(applied, option);
        }
        return applied;
    }

    private <T> Training applied(Training training, RunOption<T> option) {
        return value(option).map(value -> training.with(option, value)).orElse(training);
    }

    /**
     * The value of an option that the runtime's list can parse.
     *
     * @param option the option
     * @param <T> type of the value
     * @return the value that was given, or the command's own default; empty if there is neither
     * @throws IllegalArgumentException if the text isn't valid; the message names the flag, the range and the text
     */
    public <T> Optional<T> value(RunOption<T> option) {
        return option.codec().reader().flatMap(reader -> read(option, reader));
    }

    /** {@return the command's words for settings in messages} */
    public Wording wording() {
        return new OptionWording(Objects.requireNonNull(command, "picocli knows the command"));
    }
}
