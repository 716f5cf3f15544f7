package dev.netwright.examples.command;

import dev.netwright.examples.argument.NetworkArgument;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.structure.NetworkStructure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that shows a network without running it. */
final class NetworkOptions {
    @Option(
            names = "--network",
            paramLabel = "<name>",
            required = true,
            converter = NetworkArgument.class,
            description = "An experiment, or the full name of a generated class.")
    private @Nullable NetworkType<?> network;

    @Option(
            names = "--batch",
            paramLabel = "<pictures>",
            defaultValue = "1",
            description = "Pictures in a batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    NetworkStructure structure() {
        return Objects.requireNonNull(network, "picocli demands it").structure();
    }

    int batch() {
        return batch;
    }
}
