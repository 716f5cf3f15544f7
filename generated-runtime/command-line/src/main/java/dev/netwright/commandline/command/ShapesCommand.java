package dev.netwright.commandline.command;

import dev.netwright.runtime.report.OutputShapes;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the output shape of each block, or of each layer. */
@Command(
        name = "shapes",
        description =
                "Prints the output shape of each block, as the VGG-11 tutorial does, or of each layer, as d2l.ai does.",
        sortOptions = false)
public final class ShapesCommand implements Runnable {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Option(names = "--layers", description = "Prints a line for each layer instead of each block.")
    private boolean isOfLayers;

    @Override
    public void run() {
        List<String> lines = isOfLayers
                ? OutputShapes.ofLayers(options.structure(), options.batch())
                : OutputShapes.ofBlocks(options.structure(), options.batch());
        lines.forEach(System.out::println);
    }
}
