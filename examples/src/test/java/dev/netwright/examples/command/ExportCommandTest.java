package dev.netwright.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.Netwright;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options mean; that the numbers are right is tested with ONNX Runtime in {@code tests}. */
final class ExportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void normsAreFoldedIntoConvolutionsUnlessTheyAreToBeSeparate() throws IOException {
        Path weights = folder.resolve("weights.safetensors");
        try (Network network = BatchNormLeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            network.save(weights);
        }
        Path folded = folder.resolve("new/folded.onnx");
        Path separate = folder.resolve("separate.onnx");

        assertThat(export(weights, "--to", folded.toString())).isZero();
        assertThat(export(weights, "--norms", "separate", "--to", separate.toString()))
                .isZero();

        assertThat(norms(folded)).as("behind its two fully connected layers").isEqualTo(2);
        assertThat(norms(separate)).isEqualTo(4);
    }

    private static int export(Path weights, String... options) {
        String[] all = new String[options.length + 5];
        List<String> first = List.of("export", "--network", "lenet-bn", "--weights", weights.toString());
        first.toArray(all);
        System.arraycopy(options, 0, all, first.size(), options.length);
        return Netwright.execute(all);
    }

    private static long norms(Path file) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList().stream()
                .map(NodeProto::getOpType)
                .filter("BatchNormalization"::equals)
                .count();
    }
}
