package dev.netwright.examples;

import dev.netwright.commandline.Netwright;
import dev.netwright.commandline.bench.Ceiling;
import dev.netwright.examples.tutorial.BenchmarkCommand;
import dev.netwright.examples.tutorial.ExercisesCommand;
import dev.netwright.examples.tutorial.ExperimentCommand;
import dev.netwright.models.vgg.ImageNetVgg16HalfSquaredError;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.network.NetworkType;
import java.util.function.Function;
import picocli.CommandLine;

/** The command line with the tutorials' commands beside its own: {@code experiment}, {@code benchmark} and {@code exercises}. */
public final class Tutorials {
    private Tutorials() {}

    /** Ends with the exit code of {@link #execute}. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /**
     * Runs a command in this process.
     *
     * @return the exit codes of {@link Netwright#execute}
     */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The commands and their options. */
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
        CommandLine all = Netwright.commandLine(ceiling);
        return Netwright.configured(all.addSubcommand(new CommandLine(new ExperimentCommand()))
                .addSubcommand(new BenchmarkCommand(benchmarked))
                .addSubcommand(new ExercisesCommand()));
    }
}
