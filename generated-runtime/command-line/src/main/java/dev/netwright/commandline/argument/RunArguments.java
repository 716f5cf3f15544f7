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

/** Options of a run on the command line: names, ranges and help are those of the runtime's list. */
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

    /** Some options; each must have a flag. */
    public static RunArguments of(RunOption<?>... options) {
        return new RunArguments(List.of(options));
    }

    /** Every option that a command line can give. */
    public static RunArguments all() {
        return new RunArguments(RunOptions.ALL.stream()
                .filter(option -> option.words().flag().isPresent())
                .toList());
    }

    /** Something else than the builder's own if an option isn't given. */
    public RunArguments otherwise(RunOption<?> option, String text) {
        defaults.put(option, text);
        return shownAs(option, text);
    }

    /** Other words in the help for what is if an option isn't given, where the command sees to that. */
    public RunArguments shownAs(RunOption<?> option, String words) {
        shown.put(option, words);
        return this;
    }

    /** Another range in the help, where the command reads the option in its own way. */
    public RunArguments within(RunOption<?> option, OptionRange<?> range) {
        ranges.put(option, range);
        return this;
    }

    /** A command that has such options. {@link Adding} makes them known to picocli. */
    public interface Having {
        /** The command's. */
        RunArguments arguments();
    }

    /** Adds them to a command's own options. */
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

    /** Help, range and default: {@code Passes over the images: at least 1 (default: 5).} */
    private String description(RunOption<?> option, String words) {
        String range = ranges.getOrDefault(option, option.codec().range()).wording();
        boolean hasDefault = option.words().label().isPresent() && !words.equals(RunOption.NONE);
        return option.words().help()
                + (range.isEmpty() ? "" : ": " + range)
                + (hasDefault ? " (default: " + words + ")." : ".");
    }

    /** What the option is otherwise, with flags in the place of the builder's methods. */
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

    /** What is given for an option, or the command's own default; empty if there is none. */
    public Optional<String> text(RunOption<?> option) {
        Object given =
                Objects.requireNonNull(options.get(option), option.name()).getValue();
        boolean isGiven = given != null && !given.equals(false);
        return Stream.of(isGiven ? given.toString() : "", defaults.getOrDefault(option, ""))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /**
     * Reads an option that the command gives a value for in its own way.
     *
     * @throws IllegalArgumentException naming the flag, what may be given, and what was
     */
    public <T> Optional<T> read(RunOption<?> option, OptionReader<T> reader) {
        return text(option).map(given -> reader.read(flag(option), given));
    }

    /**
     * The same run with every option that is given and that the list says how to read.
     *
     * @throws IllegalArgumentException naming the flag, its range, and what was given
     */
    public Training appliedTo(Training training) {
        Training applied = training;
        for (RunOption<?> option : options.keySet()) {
            applied = applied(applied, option);
        }
        return applied;
    }

    private <T> Training applied(Training training, RunOption<T> option) {
        return option.codec()
                .reader()
                .flatMap(reader -> read(option, reader))
                .map(value -> training.with(option, value))
                .orElse(training);
    }

    /** The words of the command for what messages advise to set. */
    public Wording wording() {
        return new OptionWording(Objects.requireNonNull(command, "picocli knows the command"));
    }
}
