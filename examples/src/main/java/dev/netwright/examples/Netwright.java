package dev.netwright.examples;

import dev.netwright.examples.argument.OptionFaults;
import dev.netwright.examples.bench.BenchCommand;
import dev.netwright.examples.bench.Ceiling;
import dev.netwright.examples.command.ShapesCommand;
import dev.netwright.examples.command.SummaryCommand;
import dev.netwright.examples.doctor.DoctorCommand;
import dev.netwright.examples.tutorial.BenchmarkCommand;
import dev.netwright.examples.tutorial.ExercisesCommand;
import dev.netwright.examples.tutorial.ExperimentCommand;
import dev.netwright.models.vgg.ImageNetVgg16HalfSquaredError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: experiments and benchmarks of the tutorials, and tables of what networks consist of. */
@Command(
        name = "netwright",
        description = "Runs what the tutorials run, and shows what networks consist of.",
        synopsisSubcommandLabel = "COMMAND")
public final class Netwright {
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help; each command has its own.")
    private boolean help;

    private Netwright() {}

    /** Exit code 2 means that the arguments can't be met. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Netwright())
                .addSubcommand(new ExperimentCommand())
                .addSubcommand(new BenchmarkCommand(ImageNetVgg16HalfSquaredError.TYPE))
                .addSubcommand(new BenchCommand(Ceiling::measure))
                .addSubcommand(new ExercisesCommand())
                .addSubcommand(new SummaryCommand())
                .addSubcommand(new ShapesCommand())
                .addSubcommand(new DoctorCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OptionFaults())
                .execute(arguments);
    }
}
