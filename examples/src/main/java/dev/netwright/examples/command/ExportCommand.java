package dev.netwright.examples.command;

import dev.netwright.examples.argument.WritableFile;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.onnx.OnnxNorms;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes saved weights for other programs. */
@Command(
        name = "export",
        description = "Writes saved weights for other programs: as ONNX, with labels and preprocessing as metadata.",
        sortOptions = false)
public final class ExportCommand implements Runnable {
    @Mixin
    private final SavedNetworkOptions saved = new SavedNetworkOptions();

    @Option(
            names = "--to",
            paramLabel = "<file>",
            required = true,
            description = "Where it goes: a file that ends in .onnx.")
    private @Nullable Path file;

    @Option(
            names = "--norms",
            paramLabel = "<how>",
            defaultValue = "folded",
            description = "Batch norms behind convolutions: folded into them, or separate (default: ${DEFAULT-VALUE}).")
    private OnnxNorms norms = OnnxNorms.FOLDED;

    @Override
    public void run() {
        Path to = Objects.requireNonNull(file, "picocli demands it");
        if (!to.toString().endsWith(".onnx")) {
            throw new IllegalArgumentException("--to must name a file that ends in .onnx, found " + to);
        }
        WritableFile.require("--to", to);
        try (Network network = saved.load()) {
            network.exportOnnx(to, norms);
        }
        System.out.println("exported to " + to);
    }
}
