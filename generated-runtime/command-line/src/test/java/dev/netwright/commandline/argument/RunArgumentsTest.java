package dev.netwright.commandline.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.commandline.Netwright;
import dev.netwright.commandline.PrintedOutput;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.machine.MemoryRoom;
import dev.netwright.runtime.option.RunOption;
import dev.netwright.runtime.training.LearningOptions;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The command line has the runtime's options of a run, and says of them what the runtime's list says. */
final class RunArgumentsTest {
    /** Those that {@code train} reads itself. */
    private static final Set<RunOption<?>> READ_BY_THE_COMMAND =
            Set.of(LearningOptions.OPTIMIZER, LearningOptions.LEARNING_RATE, RunOptions.KERNELS);

    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    static Stream<RunOption<?>> given() {
        return RunOptions.ALL.stream().filter(option -> option.words().flag().isPresent());
    }

    private static CommandLine command(String name) {
        return Objects.requireNonNull(Netwright.commandLine().getSubcommands().get(name), name);
    }

    @ParameterizedTest
    @MethodSource("given")
    void trainHasTheOptionWithItsHelp(RunOption<?> option) {
        OptionSpec found = command("train")
                .getCommandSpec()
                .findOption(option.words().flag().orElseThrow());
        assertThat(found).isNotNull();
        assertThat(String.join(" ", found.description()))
                .startsWith(option.words().help())
                .endsWith(".");
        assertThat(found.paramLabel()).isEqualTo(option.words().label().orElse(found.paramLabel()));
        assertThat(found.arity().max()).isEqualTo(option.words().label().isPresent() ? 1 : 0);
    }

    /** One that neither reads would be taken and forgotten. */
    @ParameterizedTest
    @MethodSource("given")
    void everyOptionReachesTheRun(RunOption<?> option) {
        assertThat(option.codec().reader().isPresent()).isNotEqualTo(READ_BY_THE_COMMAND.contains(option));
        if (READ_BY_THE_COMMAND.contains(option)) {
            return;
        }
        Training before = Training.with(Optimizer.sgd(0.1));
        Training after = parsed(option, other(option)).appliedTo(before);
        assertThat(option.text(after.values())).isNotEqualTo(option.text(before.values()));
    }

    /** A value that isn't the default. */
    private static String other(RunOption<?> option) {
        if (option == RunOptions.KEEP) {
            return "best";
        }
        if (option == LearningOptions.LAYER_RATES) {
            return "layer4=0.1";
        }
        String range = option.codec().range().wording();
        int lastChoice = range.lastIndexOf(" or ");
        if (lastChoice >= 0) {
            return range.substring(lastChoice + " or ".length());
        }
        return range.contains("float") ? "0.5" : "3";
    }

    private static RunArguments parsed(RunOption<?> option, String value) {
        List<String> line = new ArrayList<>(List.of(option.words().flag().orElseThrow()));
        option.words().label().ifPresent(label -> line.add(value));
        RunCommand command = new RunCommand();
        new CommandLine(command).parseArgs(line.toArray(String[]::new));
        return command.arguments();
    }

    /** Has every option of a run and no other. */
    @CommandLine.Command(modelTransformer = RunArguments.Adding.class)
    private static final class RunCommand implements RunArguments.Having {
        private final RunArguments run = RunArguments.all();

        @Override
        public RunArguments arguments() {
            return run;
        }
    }

    @Test
    void anOptionIsRefusedByItsFlagWithItsRangeAndWhatWasGiven() {
        RunArguments arguments = parsed(RunOptions.PATIENCE, "0");
        Training training = Training.with(Optimizer.sgd(0.1));
        assertThatThrownBy(() -> arguments.appliedTo(training))
                .isInstanceOf(SettingException.class)
                .hasMessage("--patience must be at least 1, found 0");
    }

    @Test
    void adviceIsInTheWordsOfTheCommand() {
        OptionWording train = new OptionWording(command("train").getCommandSpec());
        assertThat(train.of(Setting.RESUME)).contains("--resume");
        assertThat(train.of(Setting.LOADING_WORKERS)).contains("--loading-workers");
        assertThat(train.of(Setting.DROP_LAST_BATCH)).contains("--drop-last-batch");
        assertThat(train.of(Setting.ACCUMULATION)).contains("--accumulate");
        assertThat(train.of(Setting.BALANCE_CLASSES)).contains("--balance-classes");
        assertThat(train.of(Setting.CLIP_GRADIENTS)).contains("--clip-norm");
        assertThat(train.of(Setting.START_FROM)).contains("--start-from");
        OptionWording bench = new OptionWording(command("bench").getCommandSpec());
        assertThat(bench.of(Setting.BATCH)).contains("--batch");
        assertThat(bench.of(Setting.RESUME)).isEmpty();
    }

    private int train(Path folder, String option, String value) {
        return Netwright.execute(
                "train",
                "--network",
                "lenet",
                "--data",
                "bundled",
                option,
                value,
                "--save",
                folder.resolve("out.safetensors").toString());
    }

    @Test
    void aRunThatDoesNotFitIntoMemoryIsAdvisedASmallerBatchByItsOption(@TempDir Path folder) {
        System.setProperty(MemoryRoom.PROPERTY, Integer.toString(8 << 20));
        try {
            assertThat(train(folder, "--batch", "1024")).isEqualTo(2);
        } finally {
            System.clearProperty(MemoryRoom.PROPERTY);
        }
        assertThat(printed.errors())
                .contains("choose a batch of at most ")
                .contains(" with --batch")
                .doesNotContain("Training.");
    }

    @Test
    void aLearningRateBeyondWhatAFloatHoldsIsRefusedByItsFlag(@TempDir Path folder) {
        for (String rate : List.of("1e39", "1e-46", "0", "NaN", "fast")) {
            assertThat(train(folder, "--rate", rate)).isEqualTo(2);
        }
        assertThat(printed.errors().lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("train: --rate must be ")
                        && line.contains("above 0 and finite as a float, found "));
    }
}
