package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.NetworkArgument;
import dev.netwright.runtime.checkpoint.WeightsFile;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of commands that run saved weights. */
final class SavedNetworkOptions {
    @Option(
            names = "--network",
            paramLabel = "<name>",
            converter = NetworkArgument.class,
            description = "A ready-made network, or the full name of a generated class (default: the one that --weights"
                    + " names).")
    private @Nullable NetworkType<?> network;

    @Option(names = "--weights", paramLabel = "<file>", required = true, description = "Its weights or a checkpoint.")
    private @Nullable Path weights;

    @Option(
            names = "--kernels",
            paramLabel = "<name>",
            description = "onednn, nd4j or cuda (default: the fastest available).")
    private @Nullable String kernels;

    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    private Path file() {
        return Objects.requireNonNull(weights, "the option is required");
    }

    NeuralNetwork load() {
        return type().load(file(), kernels == null ? KernelSets.preferred() : KernelSets.named(kernels));
    }

    /** The network that is named, or else the one that the weights name. */
    NetworkType<?> type() {
        if (network == null) {
            network = named(WeightsFile.networkName(file())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--network is needed: " + file() + " doesn't name its network")));
        }
        return network;
    }

    private NetworkType<?> named(String name) {
        try {
            return new NetworkArgument().convert(name);
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException(
                    "--network is needed: " + file() + " is of a network that isn't available: " + e.getMessage(), e);
        }
    }
}
