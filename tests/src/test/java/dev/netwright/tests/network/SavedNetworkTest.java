package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.tests.kernels.TestedKernels;
import dev.netwright.tests.kernels.TinyVgg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedNetworkTest {
    private static final BufferedImage PICTURE = FashionMnist.bundledTest().picture(3);

    private final Path file;

    SavedNetworkTest(@TempDir Path directory) {
        file = directory.resolve("network.safetensors");
    }

    private Map<String, float[]> parameters = Map.of();
    private List<Prediction> predictions = List.of();

    @BeforeEach
    void saveATrainedNetwork() {
        try (LeNet28 trained = LeNet28.train(Networks.images(LeNet28.TYPE, 64), Networks.training())) {
            parameters = Networks.parameters(trained);
            predictions = trained.predict(PICTURE);
            trained.save(file);
        }
    }

    @Test
    void aLoadedNetworkIsTheSavedOne() {
        try (LeNet28 loaded = LeNet28.load(file)) {
            assertThat(Networks.parameters(loaded)).containsExactlyEntriesOf(parameters);
            assertThat(loaded.labels()).isEqualTo(FashionMnist.labels());
            assertThat(loaded.predict(PICTURE)).isEqualTo(predictions);
        }
    }

    /** A picture of another size and in colour goes through the preprocessing that the file carries. */
    @Test
    void aLoadedNetworkPredictsAPictureByItself() {
        BufferedImage large = new BufferedImage(56, 56, BufferedImage.TYPE_INT_RGB);
        large.createGraphics().drawImage(PICTURE, 0, 0, 56, 56, null);
        try (LeNet28 loaded = LeNet28.load(file)) {
            List<Prediction> found = loaded.predict(large);
            assertThat(found).extracting(Prediction::label).containsExactlyInAnyOrderElementsOf(FashionMnist.labels());
            assertThat(found.stream().mapToDouble(Prediction::probability).sum())
                    .isEqualTo(1, Offset.offset(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKernelSetReadsAndWritesTheSameFile(TestedKernels kernels) throws IOException {
        KernelSet set = kernels.create();
        Path again = file.resolveSibling("again.safetensors");
        try (NeuralNetwork loaded = LeNet28.TYPE.load(file, set)) {
            loaded.save(again);
            assertThat(loaded.predict(PICTURE).get(0).index())
                    .isEqualTo(predictions.get(0).index());
        }
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        assertThatThrownBy(() -> TinyVgg.load(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("conv1_1.weight")
                .hasMessageContaining(TinyVgg.TYPE.name())
                .hasMessageContaining(LeNet28.TYPE.name());
    }

    /** The two have the same tensors: only the fingerprint tells padding and pools apart. */
    @Test
    void weightsOfAnotherSpecWithTheSameTensorsAreRefused() {
        assertThatThrownBy(() -> LeNet32.load(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(LeNet32.TYPE.fingerprint())
                .hasMessageContaining(LeNet28.TYPE.fingerprint());
    }

    @Test
    void aTruncatedFileIsRefusedWhole() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 100, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> LeNet28.load(file))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(MalformedWeightsException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void savingReplacesAFileAndLeavesNothingElse() throws IOException {
        try (LeNet28 loaded = LeNet28.load(file)) {
            loaded.save(file);
        }
        try (var entries = Files.list(file.resolveSibling("."))) {
            assertThat(entries.map(entry -> String.valueOf(entry.getFileName())))
                    .containsExactly("network.safetensors");
        }
    }
}
