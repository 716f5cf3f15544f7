package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.onnx.OnnxNorms;
import dev.netwright.runtime.torch.TorchDialect;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes saved weights for other programs. */
@Command(
        name = "export",
        description = "Exports saved weights to other programs, as ONNX or as PyTorch's state_dict.",
        sortOptions = false)
public final class ExportCommand implements Runnable {
    private static final String ONNX = ".onnx";
    private static final String SAFETENSORS = ".safetensors";

    @Mixin
    private final SavedNetworkOptions saved = new SavedNetworkOptions();

    @Option(
            names = "--to",
            paramLabel = "<file>",
            required = true,
            description = "The exported file. Its ending, .onnx or .safetensors for PyTorch, selects the format.")
    private @Nullable Path file;

    @Option(
            names = "--norms",
            paramLabel = "<how>",
            description = "For .onnx: whether batch norms after convolutions are folded or separate (default: folded).")
    private @Nullable OnnxNorms norms;

    @Option(
            names = "--names",
            paramLabel = "<whose>",
            description = "For .safetensors: torchvision or d2l names (default: the first that the network has).")
    private @Nullable TorchDialect names;

    @Override
    public void run() {
        Path to = Objects.requireNonNull(file, "the option is required");
        boolean isOnnx = to.toString().endsWith(ONNX);
        if (!isOnnx && !to.toString().endsWith(SAFETENSORS)) {
            throw new IllegalArgumentException(
                    "--to must be a file that ends with " + ONNX + " or " + SAFETENSORS + ", found " + to);
        }
        refuse("--names", names, SAFETENSORS, isOnnx);
        refuse("--norms", norms, ONNX, !isOnnx);
        WritableFile.require("--to", to);
        try (NeuralNetwork network = saved.load()) {
            write(network, to, isOnnx);
        }
        System.out.println("exported to " + to);
    }

    /**
     * Writes the file.
     *
     * @throws IllegalArgumentException if the network can't be expressed in the file's format
     */
    private void write(NeuralNetwork network, Path to, boolean isOnnx) {
        try {
            if (isOnnx) {
                network.exportOnnx(to, norms == null ? OnnxNorms.FOLDED : norms);
            } else if (names == null) {
                network.exportTorch(to);
            } else {
                network.exportTorch(to, names);
            }
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("--to " + to + ": " + e.getMessage(), e);
        }
    }

    private static void refuse(String option, @Nullable Object value, String ending, boolean isOther) {
        if (isOther && value != null) {
            throw new IllegalArgumentException(
                    option + " is only for files that end with " + ending + ", found " + value);
        }
    }
}
