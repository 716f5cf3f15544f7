package dev.netwright.examples.command;

import dev.netwright.examples.argument.NetworkArgument;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.NetworkType;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs saved weights. */
final class SavedNetworkOptions {
    @Option(
            names = "--network",
            paramLabel = "<name>",
            required = true,
            converter = NetworkArgument.class,
            description = "A ready-made network, or the full name of a generated class.")
    private @Nullable NetworkType<?> network;

    @Option(names = "--weights", paramLabel = "<file>", required = true, description = "Weights or a checkpoint of it.")
    private @Nullable Path weights;

    @Option(
            names = "--kernels",
            paramLabel = "<name>",
            description = "onednn, nd4j or cuda (default: the fastest that run here).")
    private @Nullable String kernels;

    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    /** @throws IllegalArgumentException if the network gives values */
    NetworkType<?> classifier() {
        return NetworkArgument.requireClassifier(type());
    }

    Network load() {
        return type().load(
                        Objects.requireNonNull(weights, "picocli demands it"),
                        kernels == null ? KernelSets.preferred() : KernelSets.named(kernels));
    }

    private NetworkType<?> type() {
        return Objects.requireNonNull(network, "picocli demands it");
    }
}
