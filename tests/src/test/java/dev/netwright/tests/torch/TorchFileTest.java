package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.alexnet.AlexNet224;
import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.exercises.SmallCnn;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.checkpoint.SafeTensorsWriter;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.MatchedNetwork;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.torch.TorchDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted of PyTorch's files, what is refused and how, and what is written. */
final class TorchFileTest {
    @TempDir
    private Path folder;

    @Test
    void aPrefixThatAllNamesHaveIsNoDifference() {
        Path file = renamed("d2l-lenet", name -> "module.net." + name);

        try (Network imported = LeNet28.TYPE.importTorch(file)) {
            assertThat(imported.parameter("c1.weight")).isEqualTo(values("d2l-lenet", "0.weight"));
        }
    }

    /** Half of a network that was wrapped before it was saved. */
    @Test
    void namesUnderSeveralPrefixesAreRefusedWithHowManyFitUnderWhich() {
        Path file = withCounter(fixture(name -> (name.startsWith("11.") ? "module." : "model.net.") + name));

        for (ThrowingCallable use : uses(file)) {
            assertThatThrownBy(use)
                    .isInstanceOf(WrongNetworkException.class)
                    .hasMessageContainingAll(
                            "expected the 10 names of " + LeNet28.TYPE.name() + " under one prefix",
                            "names under several: 8 fit under 'model.net.', 2 fit under 'module.'");
        }
    }

    /** As files hold them that keep a moving average of the weights beside them. */
    @Test
    void whichOfTwoWholeNetworksIsMeantIsAsked() {
        List<TensorEntry> both = new ArrayList<>(fixture(name -> "model." + name));
        both.addAll(fixture(name -> "average." + name));
        Path file = withCounter(both);

        for (ThrowingCallable use : uses(file)) {
            assertThatThrownBy(use)
                    .isInstanceOf(WrongNetworkException.class)
                    .hasMessageContaining("names under several: 10 fit under 'model.', 10 fit under 'average.'");
        }
    }

    @Test
    void aForeignTensorHidesNoPrefixAndIsNamed() {
        List<TensorEntry> weights = new ArrayList<>(fixture(name -> "module." + name));
        weights.add(new TensorEntry(NamedShape.of("average.decay", 1), target -> {}));
        Path file = withCounter(weights);

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("found 'average.decay' of shape [1], which has no place");
        MatchedNetwork<LeNet28> matched =
                LeNet28.TYPE.loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1);
        matched.network().close();
        assertThat(matched.weights().initialized()).isEmpty();
        assertThat(matched.weights().unused()).containsExactly("average.decay");
    }

    @Test
    void aFileOfWhichNothingFitsIsNotBlamedForItsCounters() {
        Path file = withCounter(List.of(new TensorEntry(NamedShape.of("encoder.query", 2, 3), target -> {})));

        assertThatThrownBy(() -> LeNet28.TYPE
                        .loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1)
                        .network()
                        .close())
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining(
                        "in weights that name no network; its first tensor is 'norm.num_batches_tracked' of shape []");
    }

    /** SmallCnn has no names in PyTorch. */
    @Test
    void ourOwnNamesBehindAPrefixAreCounted() {
        Path file = withCounter(SmallCnn.TYPE.parameters().tensors().stream()
                .map(tensor -> new TensorEntry(
                        new NamedShape(
                                "net." + tensor.name(),
                                tensor.shape().stream().map(Integer::longValue).toList()),
                        target -> {}))
                .toList());
        int count = SmallCnn.TYPE.parameters().tensors().size();

        assertThatThrownBy(() -> SmallCnn.TYPE
                        .loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1)
                        .network()
                        .close())
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("of its " + (count + 1) + " names " + count
                        + " fit under 'net.', which the network's names don't have");
    }

    private static List<ThrowingCallable> uses(Path file) {
        return List.of(
                () -> LeNet28.TYPE.importTorch(file),
                () -> LeNet28.TYPE.loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1));
    }

    private static List<TensorEntry> fixture(UnaryOperator<String> names) {
        return TorchFixture.of("d2l-lenet").weights().stream()
                .map(entry -> new TensorEntry(
                        new NamedShape(
                                names.apply(entry.tensor().name()),
                                entry.tensor().shape()),
                        entry.values()))
                .toList();
    }

    private Path withCounter(List<TensorEntry> weights) {
        Path file = folder.resolve("counted.safetensors");
        SafeTensorsWriter.write(file, Map.of(), List.of("norm.num_batches_tracked"), weights);
        return file;
    }

    /** {@code norm.1} is what torchvision's published DenseNets have. */
    @Test
    void theOlderNamesOfDenseNetsLayersAreKnown() {
        Path file = renamed(
                "torchvision-densenet121",
                name -> name.replaceAll("(denselayer\\d+\\.(?:norm|conv))([12])\\.", "$1.$2."));

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            assertThat(reader.tensors().stream().map(NamedShape::name))
                    .contains("features.denseblock1.denselayer1.norm.1.weight");
        }
        Path today = write(TorchFixture.of("torchvision-densenet121").weights());
        try (Network older = ImageNetDenseNet121.TYPE.importTorch(file);
                Network newer = ImageNetDenseNet121.TYPE.importTorch(today)) {
            for (String name : List.of("dense1_1_norm1.weight", "dense4_16_conv2.weight")) {
                assertThat(older.parameter(name)).as(name).isEqualTo(newer.parameter(name));
            }
        }
    }

    static Stream<Arguments> laterEdition() {
        return Stream.of(
                Arguments.of(
                        "d2l-googlenet", GoogLeNet96.TYPE, (UnaryOperator<String>) name -> name.replace(".p", ".b")),
                Arguments.of("d2l-resnet18", ResNet18At96.TYPE, (UnaryOperator<String>) TorchFileTest::partOfResNet),
                Arguments.of("d2l-densenet", DenseNet96.TYPE, (UnaryOperator<String>) TorchFileTest::partOfDenseNet));
    }

    /** A later edition has classes, in whose {@code net} parts have names. */
    @ParameterizedTest
    @MethodSource("laterEdition")
    void theNamesOfTheBooksClassesAreKnown(String network, NetworkType<?> type, UnaryOperator<String> names) {
        Path file = renamed(network, name -> "net." + names.apply(name));
        Path numbered = write(TorchFixture.of(network).weights());

        try (Network imported = type.importTorch(file);
                Network expected = type.importTorch(numbered)) {
            for (Parameter tensor : type.parameters().tensors()) {
                assertThat(imported.parameter(tensor.name()))
                        .as(tensor.name())
                        .isEqualTo(expected.parameter(tensor.name()));
            }
        }
    }

    /** {@code add_module(f'b{i+2}', ...)}, then {@code add_module('last', ...)}. */
    private static String partOfResNet(String name) {
        int part = Integer.parseInt(name.substring(0, name.indexOf('.')));
        String rest = name.substring(name.indexOf('.'));
        return part == 0 ? name : part == 7 ? "last.2" + rest : "b" + (part + 1) + rest;
    }

    /** {@code dense_blk1}, {@code tran_blk1}, {@code dense_blk2} and so on, then {@code last}. */
    private static String partOfDenseNet(String name) {
        int part = Integer.parseInt(name.substring(0, name.indexOf('.')));
        String rest = name.substring(name.indexOf('.'));
        if (part == 0) {
            return name;
        }
        if (part >= 8) {
            return "last." + (part - 8) + rest;
        }
        return (part % 2 == 1 ? "dense_blk" + (part + 1) / 2 : "tran_blk" + part / 2) + rest;
    }

    @Test
    void aMissingTensorIsNamedWithItsShapeAndTheNumberOfOtherDifferences() {
        List<TensorEntry> weights = new ArrayList<>(TorchFixture.of("d2l-lenet").weights());
        weights.remove(3);
        weights.remove(0);
        weights.add(new TensorEntry(NamedShape.of("12.weight", 2, 3), target -> {}));
        Path file = write(weights);

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContainingAll(
                        "expected the 10 tensors of " + LeNet28.TYPE.name() + " under d2l.ai's names",
                        "no tensor '0.weight' of shape [6, 1, 5, 5]",
                        "in all 2 missing, 0 of another shape, 1 without a place");
    }

    @Test
    void anotherNumberOfClassesIsRefusedWithTheWayToTrainFromSuchAFile() {
        Path file = write(withOtherHead());

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContainingAll(
                        "'11.weight' of shape [7, 84] instead of [10, 84]",
                        "2 of another shape",
                        "Its classes are others: take a network of as many classes, or all tensors but those of the last layer with Training.startFrom");
    }

    @Test
    void allButAnotherHeadIsTakenOverAsAStart() {
        Path file = write(withOtherHead());

        MatchedNetwork<LeNet28> matched =
                LeNet28.TYPE.loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1);
        try (Network network = matched.network()) {
            assertThat(network.parameter("f6.bias")).isEqualTo(values("d2l-lenet", "9.bias"));
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
        Path file = write(head);

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
        try (Network network = SmallCnn.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            assertThatThrownBy(() -> network.exportTorch(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("No names of d2l.ai, because d2l.ai has no network of these stages.");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aDialectWithoutNamesIsRefusedAndNothingIsWritten() {
        Path file = folder.resolve("lenet.safetensors");
        try (Network network = LeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            assertThatThrownBy(() -> network.exportTorch(file, TorchDialect.TORCHVISION))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("torchvision has no network of its family", "take names of d2l.ai");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aValueThatIsNotFiniteIsNamedAsTheFileCallsIt() {
        List<TensorEntry> weights = new ArrayList<>(TorchFixture.of("d2l-lenet").weights());
        weights.set(1, new TensorEntry(weights.get(1).tensor(), target -> target[2] = Float.NaN));
        Path file = write(weights);

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(MalformedWeightsException.class)
                .hasMessageContainingAll("finite values in tensor '0.bias'", "NaN at index 2");
    }

    /** {@code load_state_dict} without {@code strict=False} asks for the counters. */
    @Test
    void aCounterOfWholeNumbersIsWrittenForEachNorm() throws IOException {
        Path file = folder.resolve("lenet.safetensors");
        try (Network network = BatchNormLeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
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
        Path file = write(TorchFixture.of("d2l-lenet").weights());
        List<String> labels =
                IntStream.range(0, 10).mapToObj(number -> "digit " + number).toList();
        Preprocessing preprocessing = new Preprocessing(new ImageFormat(1, 28, 28));

        try (Network network = LeNet28.TYPE.importTorch(file, KernelSets.preferred(), labels, preprocessing)) {
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

    private Path renamed(String network, UnaryOperator<String> names) {
        return write(TorchFixture.of(network).weights().stream()
                .map(entry -> new TensorEntry(
                        new NamedShape(
                                names.apply(entry.tensor().name()),
                                entry.tensor().shape()),
                        entry.values()))
                .toList());
    }

    private Path write(List<TensorEntry> weights) {
        Path file = folder.resolve(weights.size() + weights.get(0).tensor().name() + ".safetensors");
        SafeTensorsWriter.write(file, Map.of(), weights);
        return file;
    }

    private static float[] values(String network, String tensor) {
        TensorEntry entry = TorchFixture.of(network).weights().stream()
                .filter(weights -> weights.tensor().name().equals(tensor))
                .findFirst()
                .orElseThrow();
        float[] values = entry.tensor().newArray();
        entry.values().copyTo(values);
        return values;
    }
}
