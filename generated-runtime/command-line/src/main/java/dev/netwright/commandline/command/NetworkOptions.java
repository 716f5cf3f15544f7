package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.runtime.summary.NetworkStructure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that describe a network without running it. */
final class NetworkOptions {
    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(
            names = "--batch",
            paramLabel = "<pictures>",
            defaultValue = "1",
            description = "Pictures per batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    NetworkStructure structure() {
        return network.type().structure();
    }

    /**
     * The batch size.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    int batch() {
        WholeNumber.require("--batch", batch, 1);
        return batch;
    }
}
