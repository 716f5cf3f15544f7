package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.exercises.SmallCnn;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.MatchedNetwork;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.torch.TorchDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted of PyTorch's files, what is refused and how, and what is written. */
final class TorchFileTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingTensorIsNamedWithItsShapeAndTheNumberOfOtherDifferences() {
        List<TensorEntry> weights = new ArrayList<>(TorchFixture.of("d2l-lenet").weights());
        weights.remove(3);
        weights.remove(0);
        weights.add(new TensorEntry(NamedShape.of("12.weight", 2, 3), target -> {}));
        Path file = new TorchFiles(folder).write(weights);

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContainingAll(
                        "expected the 10 tensors of " + LeNet28.TYPE.name() + " under d2l.ai's names",
                        "no tensor '0.weight' of shape [6, 1, 5, 5]",
                        "in total 2 missing, 0 of another shape, 1 unknown");
    }

    @Test
    void anotherNumberOfClassesIsRefusedWithTheWayToTrainFromSuchAFile() {
        Path file = new TorchFiles(folder).write(withOtherHead());

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContainingAll(
                        "'11.weight' of shape [7, 84] instead of [10, 84]",
                        "2 of another shape",
                        "The number of classes differs: use a network with the same number, or all tensors but those of the last layer with Training.startFrom");
    }

    @Test
    void allButAnotherHeadIsTakenOverAsAStart() {
        Path file = new TorchFiles(folder).write(withOtherHead());

        MatchedNetwork<LeNet28> matched =
                LeNet28.TYPE.loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1);
        try (NeuralNetwork network = matched.network()) {
            assertThat(network.parameter("f6.bias")).isEqualTo(TorchFiles.values("d2l-lenet", "9.bias"));
        }
        assertThat(matched.weights().loaded())
                .containsExactly(
                        "c1.weight", "c1.bias", "c3.weight", "c3.bias", "c5.weight", "c5.bias", "f6.weight", "f6.bias");
        assertThat(matched.weights().initialized()).containsExactly("f7.weight", "f7.bias");
        assertThat(matched.weights().unused()).containsExactly("11.weight", "11.bias");
    }

    @Test
    void aFileOfAnotherNetworkIsRefusedWithWhatItsOwnDialectHasAgainstThisOne() {
        List<TensorEntry> head = TorchFixture.of("torchvision-alexnet").weights().stream()
                .filter(entry -> entry.tensor().elementCount() < 1000)
                .toList();
        Path file = new TorchFiles(folder).write(head);

        assertThatThrownBy(() -> AlexNet224.TYPE.importTorch(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContainingAll(
                        "no tensor '0.weight'",
                        "No names of torchvision, because conv1 is Conv2d 11x11, stride 4, padding 1, with bias, where torchvision's AlexNet has Conv2d 11x11,"
                                + " stride 4, padding 2, with bias (features.0)");
    }

    @Test
    void aNetworkWithoutNamesSaysWhyBeforeAFileIsLookedFor() {
        assertThatThrownBy(() -> ImageNetGoogLeNet.TYPE.importTorch(folder.resolve("absent")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        ImageNetGoogLeNet.TYPE.name() + " has no names in PyTorch",
                        "No names of torchvision, because conv1_norm is BatchNorm with epsilon 0.00001, where torchvision's GoogLeNet has",
                        "No names of d2l.ai, because conv1 is Conv2d 7x7, stride 2, padding 3, without bias, where d2l.ai's GoogLeNet has");
        Path file = folder.resolve("small.safetensors");
        try (NeuralNetwork network = SmallCnn.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            assertThatThrownBy(() -> network.exportTorch(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("No names of d2l.ai, because d2l.ai has no network of these stages.");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aDialectWithoutNamesIsRefusedAndNothingIsWritten() {
        Path file = folder.resolve("lenet.safetensors");
        try (NeuralNetwork network = LeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            assertThatThrownBy(() -> network.exportTorch(file, TorchDialect.TORCHVISION))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("torchvision has no network of its family", "use names of d2l.ai");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aValueThatIsNotFiniteIsNamedAsTheFileCallsIt() {
        List<TensorEntry> weights = new ArrayList<>(TorchFixture.of("d2l-lenet").weights());
        weights.set(1, new TensorEntry(weights.get(1).tensor(), target -> target[2] = Float.NaN));
        Path file = new TorchFiles(folder).write(weights);

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContainingAll("finite values in tensor '0.bias'", "NaN at index 2");
    }

    /** {@code load_state_dict} without {@code strict=False} asks for the counters. */
    @Test
    void aCounterOfWholeNumbersIsWrittenForEachNorm() throws IOException {
        Path file = folder.resolve("lenet.safetensors");
        try (NeuralNetwork network = BatchNormLeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            network.exportTorch(file);
        }

        List<String> expected = new ArrayList<>(TorchFixture.of("d2l-batch-norm-lenet").shapes().stream()
                .map(NamedShape::name)
                .toList());
        for (String norm : List.of("1", "5", "10", "13")) {
            expected.add(norm + ".num_batches_tracked");
        }
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            assertThat(reader.metadata()).containsExactly(Map.entry("format", "pt"));
            assertThat(reader.tensors().stream().map(NamedShape::name)).containsExactlyInAnyOrderElementsOf(expected);
            float[] count = {1};
            reader.read("1.num_batches_tracked", count);
            assertThat(count).containsExactly(0);
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("\"1.num_batches_tracked\":{\"dtype\":\"I64\",\"shape\":[]");
    }

    @Test
    void whatPyTorchsFileDoesNotSayIsGivenBesides() {
        Path file = new TorchFiles(folder).write(TorchFixture.of("d2l-lenet").weights());
        List<String> labels =
                IntStream.range(0, 10).mapToObj(number -> "digit " + number).toList();
        Preprocessing preprocessing = new Preprocessing(new ImageFormat(1, 28, 28));

        try (NeuralNetwork network = LeNet28.TYPE.importTorch(file, KernelSets.preferred(), labels, preprocessing)) {
            assertThat(network.labels()).isEqualTo(labels);
        }
        assertThatThrownBy(() ->
                        LeNet28.TYPE.importTorch(file, KernelSets.preferred(), labels.subList(0, 9), preprocessing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 10 classes, not 9");
        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(
                        file, KernelSets.preferred(), labels, new Preprocessing(new ImageFormat(3, 28, 28))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but the preprocessing gives");
    }

    private static List<TensorEntry> withOtherHead() {
        List<TensorEntry> weights = new ArrayList<>(TorchFixture.of("d2l-lenet").weights());
        weights.set(8, new TensorEntry(NamedShape.of("11.weight", 7, 84), target -> {}));
        weights.set(9, new TensorEntry(NamedShape.of("11.bias", 7), target -> {}));
        return weights;
    }
}
