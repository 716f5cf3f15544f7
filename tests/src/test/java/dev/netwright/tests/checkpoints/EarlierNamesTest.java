package dev.netwright.tests.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A checkpoint whose ResNet has the names of 0.1, which counted blocks from 1. It was written after an epoch with Adam
 * and {@code freezeThrough("layer1_1")}.
 */
final class EarlierNamesTest {
    private static final Path EARLIER =
            Path.of("src", "test", "resources", "checkpoints", "blocks-counted-from-1.safetensors");
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(40).resize(12);

    @TempDir
    private Path folder;

    private Training training() {
        return Training.with(Optimizer.adam(1e-3)).batch(16).epochs(2).seed(7);
    }

    private Training resumed() {
        return training().checkpoints(folder).resume();
    }

    @BeforeEach
    void copy() throws IOException {
        Files.copy(EARLIER, Checkpoints.in(folder).last());
    }

    private static float[] inFile(String name) {
        try (SafeTensorsReader reader = SafeTensorsReader.open(EARLIER)) {
            long count = reader.tensors().stream()
                    .filter(tensor -> tensor.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .elementCount();
            float[] values = new float[(int) count];
            reader.read(name, values);
            return values;
        }
    }

    @Test
    void eachTensorOfAnEarlierFileIsThatOfTheSameBlockToday() {
        try (NeuralNetwork network = TinyResNet.load(EARLIER)) {
            assertThat(network.parameter("layer1.0.conv1.weight")).isEqualTo(inFile("layer1_1_conv1.weight"));
            assertThat(network.parameter("layer2.0.shortcut.norm.running_var"))
                    .isEqualTo(inFile("layer2_1_shortcut.norm.running_var"));
            assertThat(network.parameter("layer2.1.conv2.norm.bias")).isEqualTo(inFile("layer2_2_conv2.norm.bias"));
        }
    }

    @Test
    void aRunResumesFromAnEarlierCheckpointWithTheEarlierOrTodaysNameOfTheFrozenBlock() throws IOException {
        List<String> earlier;
        try (NeuralNetwork network = TinyResNet.train(IMAGES, resumed().freezeThrough("layer1_1"))) {
            assertThat(network.parameter("layer1.0.conv1.weight"))
                    .as("the frozen block")
                    .isEqualTo(inFile("layer1_1_conv1.weight"));
            assertThat(network.parameter("layer1.1.conv1.weight")).isNotEqualTo(inFile("layer1_2_conv1.weight"));
            earlier = List.copyOf(Recorded.tensors(network).values());
        }
        Files.delete(Checkpoints.in(folder).last());
        copy();
        try (NeuralNetwork network = TinyResNet.train(IMAGES, resumed().freezeThrough("layer1.0"))) {
            assertThat(List.copyOf(Recorded.tensors(network).values())).isEqualTo(earlier);
        }
    }

    @Test
    void aRunStartsFromTheTensorsOfAnEarlierFile() {
        try (NeuralNetwork network =
                TinyResNet.train(IMAGES, training().epochs(1).startFrom(EARLIER).freezeThrough("layer2.0"))) {
            assertThat(network.parameter("layer2.0.conv2.weight")).isEqualTo(inFile("layer2_1_conv2.weight"));
        }
    }
}
