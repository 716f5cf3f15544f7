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
        description = "Trains, evaluates, measures and shows convolutional networks.",
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
        return commandLine(Ceiling::measure);
    }

    /**
     * The same with another way to measure the machine.
     *
     * @param ceiling measures what {@code bench} compares with
     */
    public static CommandLine commandLine(Function<KernelSet, Ceiling> ceiling) {
        return configured(new CommandLine(new Netwright())
                // Lines of their own, for picocli adds a run's options to the commands of those alone.
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

    /** How every command reads its arguments and reports its faults; to be applied again after a command was added. */
    public static CommandLine configured(CommandLine commandLine) {
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new PathArgument())
                .setParameterExceptionHandler(new ArgumentFaults())
                .setExecutionExceptionHandler(new OptionFaults());
    }
}
