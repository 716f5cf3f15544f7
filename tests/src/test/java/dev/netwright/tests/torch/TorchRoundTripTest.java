package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for PyTorch is read again, and has nothing but PyTorch's names. */
final class TorchRoundTripTest {
    @TempDir
    private Path folder;

    static List<NetworkType<?>> networks() {
        return List.of(LeNet28.TYPE, BatchNormLeNet28.TYPE);
    }

    @Test
    void theWeightsOfLayersThatReadEachPixelHaveTwoDimensionsInTheFile() {
        Path file = exportedAndImported(SmallConvNeXt.TYPE);

        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            assertThat(reader.tensors())
                    .contains(
                            new NamedShape("features.1.0.block.0.weight", List.of(8L, 1L, 7L, 7L)),
                            new NamedShape("features.1.0.block.3.weight", List.of(32L, 8L)),
                            new NamedShape("features.1.0.block.3.bias", List.of(32L)),
                            new NamedShape("features.1.0.layer_scale", List.of(8L, 1L, 1L)),
                            new NamedShape("features.2.1.weight", List.of(12L, 8L, 2L, 2L)));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsExportedIsImportedBitByBit(NetworkType<?> type) {
        Path file = exportedAndImported(type);

        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            assertThat(reader.tensors().stream().map(NamedShape::name))
                    .as("d2l.ai's networks are numbered")
                    .allMatch(name -> Character.isDigit(name.charAt(0)))
                    .contains("0.weight", "0.bias");
        }
    }

    private Path exportedAndImported(NetworkType<?> type) {
        Path file = folder.resolve("weights.safetensors");
        try (NeuralNetwork network = type.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            network.exportTorch(file);
            try (NeuralNetwork imported = type.importTorch(file)) {
                for (Parameter tensor : type.parameters().tensors()) {
                    assertThat(imported.parameter(tensor.name()))
                            .as(tensor.name())
                            .isEqualTo(network.parameter(tensor.name()));
                }
            }
        }
        return file;
    }
}
