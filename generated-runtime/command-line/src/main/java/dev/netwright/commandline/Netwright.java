package dev.netwright.commandline;

import dev.netwright.commandline.argument.ArgumentFaults;
import dev.netwright.commandline.argument.OptionFaults;
import dev.netwright.commandline.argument.PathArgument;
import dev.netwright.commandline.bench.BenchCommand;
import dev.netwright.commandline.bench.Ceiling;
import dev.netwright.commandline.command.CompareCommand;
import dev.netwright.commandline.command.DuplicatesCommand;
import dev.netwright.commandline.command.EvaluateCommand;
import dev.netwright.commandline.command.ExportCommand;
import dev.netwright.commandline.command.FeaturesCommand;
import dev.netwright.commandline.command.ImportCommand;
import dev.netwright.commandline.command.NewCommand;
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
        description = "Trains, evaluates, times and displays convolutional networks.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the command succeeded",
            "1:an internal error, or doctor found a problem",
            "2:invalid arguments, an unusable file or a run that diverged; a line says why",
            "130, 143:ended by Ctrl-C or SIGTERM; a run with checkpoints is saved first"
        })
public final class Netwright {
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
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
     * @param arguments the command and its arguments, as after {@code netwright} on the command line
     * @return 0 after success, 1 after an internal error or if {@code doctor} found a problem, 2 for invalid arguments
     */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    /**
     * The commands and their options, to run them or only to parse arguments.
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
                .addSubcommand(new NewCommand())
                // Needs its own CommandLine, since picocli adds a run's options only to the command of one.
                .addSubcommand(new CommandLine(new TrainCommand()))
                .addSubcommand(new CompareCommand())
                .addSubcommand(new DuplicatesCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new PredictCommand())
                .addSubcommand(new FeaturesCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new BenchCommand(ceiling))
                .addSubcommand(new SummaryCommand())
                .addSubcommand(new ShapesCommand())
                .addSubcommand(new DoctorCommand()));
    }

    /**
     * Sets how commands read their arguments and report their errors. Call it again after you add a command.
     *
     * @param commandLine the command line to change
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
