package dev.netwright.commandline;

import dev.netwright.commandline.argument.ArgumentFaults;
import dev.netwright.commandline.argument.OptionFaults;
import dev.netwright.commandline.argument.PathArgument;
import dev.netwright.commandline.bench.BenchCommand;
import dev.netwright.commandline.bench.Ceiling;
import dev.netwright.commandline.command.EvaluateCommand;
import dev.netwright.commandline.command.ExportCommand;
import dev.netwright.commandline.command.ImportCommand;
import dev.netwright.commandline.command.PredictCommand;
import dev.netwright.commandline.command.ShapesCommand;
import dev.netwright.commandline.command.SummaryCommand;
import dev.netwright.commandline.command.TrainCommand;
import dev.netwright.commandline.doctor.DoctorCommand;
import dev.netwright.runtime.kernel.KernelSet;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "netwright",
        description = "Trains, evaluates, benchmarks and describes convolutional networks.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:success",
            "1:an internal error, or a problem found by doctor",
            "2:invalid arguments or input; the message says what"
        })
public final class Netwright {
    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help. Each command has its own.")
    private boolean help;

    private Netwright() {}

    /**
     * Runs a command and exits with the code of {@link #execute}.
     *
     * @param arguments the command line's arguments
     */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /**
     * Runs a command in this process.
     *
     * @param arguments the command line's arguments
     * @return 0 on success, 1 after an internal error or if doctor finds a problem, 2 for invalid arguments or input
     */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    /**
     * The commands and their options, to run or to inspect them.
     *
     * @return a new command line
     */
    public static CommandLine commandLine() {
        return commandLine(Ceiling::measure);
    }

    /**
     * The commands, with a custom measurement of the machine's ceiling.
     *
     * @param ceiling measures the ceiling that {@code bench} compares with
     * @return a new command line
     */
    public static CommandLine commandLine(Function<KernelSet, Ceiling> ceiling) {
        return configured(new CommandLine(new Netwright())
                // Separate statements, because picocli adds a run's options only to commands that are added in this
                // way.
                .addSubcommand(new CommandLine(new TrainCommand()))
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new PredictCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new BenchCommand(ceiling))
                .addSubcommand(new SummaryCommand())
                .addSubcommand(new ShapesCommand())
                .addSubcommand(new DoctorCommand()));
    }

    /**
     * Sets how all commands parse their arguments and report errors. Must be called again after a command has been
     * added.
     *
     * @param commandLine the command line to configure
     * @return the same command line
     */
    public static CommandLine configured(CommandLine commandLine) {
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new PathArgument())
                .setParameterExceptionHandler(new ArgumentFaults())
                .setExecutionExceptionHandler(new OptionFaults());
    }
}
