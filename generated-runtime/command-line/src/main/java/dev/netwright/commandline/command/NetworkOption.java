package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.NetworkArgument;
import dev.netwright.runtime.network.NetworkType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command about one network. */
final class NetworkOption {
    @Option(
            names = "--network",
            paramLabel = "<name>",
            required = true,
            converter = NetworkArgument.class,
            description = "A ready-made network, or the full name of a generated class.")
    private @Nullable NetworkType<?> network;

    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    NetworkType<?> type() {
        return Objects.requireNonNull(network, "the option is required");
    }
}
