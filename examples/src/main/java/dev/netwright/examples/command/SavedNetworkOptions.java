package dev.netwright.examples.command;

import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.NetworkType;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that runs saved weights. */
final class SavedNetworkOptions {
    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(names = "--weights", paramLabel = "<file>", required = true, description = "Weights or a checkpoint of it.")
    private @Nullable Path weights;

    @Option(
            names = "--kernels",
            paramLabel = "<name>",
            description = "onednn, nd4j or cuda (default: the fastest that run here).")
    private @Nullable String kernels;

    /** @throws IllegalArgumentException if the network gives values */
    NetworkType<?> classifier() {
        return network.classifier();
    }

    Network load() {
        return network.type()
                .load(
                        Objects.requireNonNull(weights, "picocli demands it"),
                        kernels == null ? KernelSets.preferred() : KernelSets.named(kernels));
    }
}
