package dev.netwright.commandline.doctor;

import dev.netwright.commandline.argument.NetworkArgument;
import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.runtime.engine.Engines;
import dev.netwright.runtime.network.NetworkType;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows what this machine and class path provide, whether a network fits, and the properties for a POM. */
@Command(
        name = "doctor",
        description = "Shows what this machine and class path provide, and the properties for a POM.",
        sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--network",
            paramLabel = "<name>",
            converter = NetworkArgument.class,
            description = "Also reports whether this network's training fits into memory.")
    private @Nullable NetworkType<?> network;

    @Option(
            names = "--batch",
            paramLabel = "<pictures>",
            defaultValue = "64",
            description = "With --network, images in a batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--kernels",
            paramLabel = "<name>",
            description = "Tries onednn, nd4j or cuda instead of the fastest available.")
    private @Nullable String kernels;

    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Override
    public Integer call() {
        WholeNumber.require("--batch", batch, 1);
        Facts facts = Facts.gathered(Engines.present(), Optional.ofNullable(kernels));
        Diagnosis diagnosis = new Diagnosis(
                facts,
                Optional.ofNullable(network)
                        .map(type ->
                                new PlannedMemory(type, batch, facts.kernels().set())));
        diagnosis.lines().forEach(System.out::println);
        System.out.println();
        PomAdvice.lines(facts).forEach(System.out::println);
        return diagnosis.isHealthy() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
