package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.runtime.summary.NetworkStructure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that shows a network without running it. */
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

    /** @throws IllegalArgumentException if there is no picture in it */
    int batch() {
        WholeNumber.require("--batch", batch, 1);
        return batch;
    }
}
