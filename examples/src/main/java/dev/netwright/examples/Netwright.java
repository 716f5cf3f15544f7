package dev.netwright.examples;

import dev.netwright.examples.argument.ArgumentFaults;
import dev.netwright.examples.argument.OptionFaults;
import dev.netwright.examples.argument.PathArgument;
import dev.netwright.examples.bench.BenchCommand;
import dev.netwright.examples.bench.Ceiling;
import dev.netwright.examples.command.EvaluateCommand;
import dev.netwright.examples.command.ExportCommand;
import dev.netwright.examples.command.ImportCommand;
import dev.netwright.examples.command.PredictCommand;
import dev.netwright.examples.command.ShapesCommand;
import dev.netwright.examples.command.SummaryCommand;
import dev.netwright.examples.command.TrainCommand;
import dev.netwright.examples.doctor.DoctorCommand;
import dev.netwright.examples.tutorial.BenchmarkCommand;
import dev.netwright.examples.tutorial.ExercisesCommand;
import dev.netwright.examples.tutorial.ExperimentCommand;
import dev.netwright.models.vgg.ImageNetVgg16HalfSquaredError;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.network.NetworkType;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "netwright",
        description = "Trains, evaluates and shows convolutional networks, and runs what the tutorials run.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:what was asked for was done",
            "1:a fault, or the doctor found one",
            "2:the arguments can't be met; a line says why"
        })
public final class Netwright {
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help; each command has its own.")
    private boolean help;

    private Netwright() {}

    /** Ends with the exit code of {@link #execute}. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /**
     * Runs a command in this process.
     *
     * @return 0 if it did what it was asked, 1 after a fault or a finding of the doctor's, 2 if the arguments can't be met
     */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The commands and their options, to be run or only to be asked whether they understand something. */
    public static CommandLine commandLine() {
        return commandLine(ImageNetVgg16HalfSquaredError.TYPE, Ceiling::measure);
    }

    /**
     * Every command.
     *
     * @param benchmarked the network that the benchmark times, one whose loss is a squared error
     * @param ceiling measures what {@code bench} compares with
     */
    static CommandLine commandLine(NetworkType<?> benchmarked, Function<KernelSet, Ceiling> ceiling) {
        return new CommandLine(new Netwright())
                // Lines of their own, for picocli adds a run's options to the commands of those alone.
                .addSubcommand(new CommandLine(new TrainCommand()))
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new PredictCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new CommandLine(new ExperimentCommand()))
                .addSubcommand(new BenchmarkCommand(benchmarked))
                .addSubcommand(new BenchCommand(ceiling))
                .addSubcommand(new ExercisesCommand())
                .addSubcommand(new SummaryCommand())
                .addSubcommand(new ShapesCommand())
                .addSubcommand(new DoctorCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new PathArgument())
                .setParameterExceptionHandler(new ArgumentFaults())
                .setExecutionExceptionHandler(new OptionFaults());
    }
}
