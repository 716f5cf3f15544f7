package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.exercises.SmallCnn;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.checkpoint.WrongNetworkException;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.MatchedNetwork;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which names of tensors are PyTorch's: behind prefixes, of older releases and of later editions, and among foreign ones. */
final class TorchFileNamesTest {
    @TempDir
    private Path folder;

    @Test
    void aPrefixThatAllNamesHaveIsNoDifference() {
        Path file = new TorchFiles(folder).write(TorchFiles.renamed("d2l-lenet", name -> "module.net." + name));

        try (NeuralNetwork imported = LeNet28.TYPE.importTorch(file)) {
            assertThat(imported.parameter("c1.weight")).isEqualTo(TorchFiles.values("d2l-lenet", "0.weight"));
        }
    }

    /** Half of a network that was wrapped before it was saved. */
    @Test
    void namesUnderSeveralPrefixesAreRefusedWithHowManyFitUnderWhich() {
        Path file = new TorchFiles(folder)
                .writeWithCounter(TorchFiles.renamed(
                        "d2l-lenet", name -> (name.startsWith("11.") ? "module." : "model.net.") + name));

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
        List<TensorEntry> both = new ArrayList<>(TorchFiles.renamed("d2l-lenet", name -> "model." + name));
        both.addAll(TorchFiles.renamed("d2l-lenet", name -> "average." + name));
        Path file = new TorchFiles(folder).writeWithCounter(both);

        for (ThrowingCallable use : uses(file)) {
            assertThatThrownBy(use)
                    .isInstanceOf(WrongNetworkException.class)
                    .hasMessageContaining("names under several: 10 fit under 'model.', 10 fit under 'average.'");
        }
    }

    @Test
    void aForeignTensorHidesNoPrefixAndIsNamed() {
        List<TensorEntry> weights = new ArrayList<>(TorchFiles.renamed("d2l-lenet", name -> "module." + name));
        weights.add(new TensorEntry(NamedShape.of("average.decay", 1), target -> {}));
        Path file = new TorchFiles(folder).writeWithCounter(weights);

        assertThatThrownBy(() -> LeNet28.TYPE.importTorch(file))
                .isInstanceOf(WrongNetworkException.class)
                .hasMessageContaining("found 'average.decay' of shape [1], which the network doesn't have");
        MatchedNetwork<LeNet28> matched =
                LeNet28.TYPE.loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1);
        matched.network().close();
        assertThat(matched.weights().initialized()).isEmpty();
        assertThat(matched.weights().unused()).containsExactly("average.decay");
    }

    @Test
    void aFileOfWhichNothingFitsIsNotBlamedForItsCounters() {
        Path file = new TorchFiles(folder)
                .writeWithCounter(List.of(new TensorEntry(NamedShape.of("encoder.query", 2, 3), target -> {})));

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
        Path file = new TorchFiles(folder)
                .writeWithCounter(SmallCnn.TYPE.parameters().tensors().stream()
                        .map(tensor -> new TensorEntry(
                                new NamedShape(
                                        "net." + tensor.name(),
                                        tensor.shape().stream()
                                                .map(Integer::longValue)
                                                .toList()),
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

    /** {@code norm.1} is what torchvision's published DenseNets have. */
    @Test
    void theOlderNamesOfDenseNetsLayersAreKnown() {
        Path file = new TorchFiles(folder)
                .write(TorchFiles.renamed(
                        "torchvision-densenet121",
                        name -> name.replaceAll("(denselayer\\d+\\.(?:norm|conv))([12])\\.", "$1.$2.")));

        try (SafeTensorsReader reader = SafeTensorsReader.open(file)) {
            assertThat(reader.tensors().stream().map(NamedShape::name))
                    .contains("features.denseblock1.denselayer1.norm.1.weight");
        }
        Path today = new TorchFiles(folder)
                .write(TorchFixture.of("torchvision-densenet121").weights());
        try (NeuralNetwork older = ImageNetDenseNet121.TYPE.importTorch(file);
                NeuralNetwork newer = ImageNetDenseNet121.TYPE.importTorch(today)) {
            for (String name : List.of("dense1_1_norm1.weight", "dense4_16_conv2.weight")) {
                assertThat(older.parameter(name)).as(name).isEqualTo(newer.parameter(name));
            }
        }
    }

    static Stream<Arguments> laterEdition() {
        return Stream.of(
                Arguments.of(
                        "d2l-googlenet", GoogLeNet96.TYPE, (UnaryOperator<String>) name -> name.replace(".p", ".b")),
                Arguments.of(
                        "d2l-resnet18", ResNet18At96.TYPE, (UnaryOperator<String>) TorchFileNamesTest::partOfResNet),
                Arguments.of(
                        "d2l-densenet", DenseNet96.TYPE, (UnaryOperator<String>) TorchFileNamesTest::partOfDenseNet));
    }

    /** A later edition has classes, in whose {@code net} parts have names. */
    @ParameterizedTest
    @MethodSource("laterEdition")
    void theNamesOfTheBooksClassesAreKnown(String network, NetworkType<?> type, UnaryOperator<String> names) {
        Path file = new TorchFiles(folder).write(TorchFiles.renamed(network, name -> "net." + names.apply(name)));
        Path numbered = new TorchFiles(folder).write(TorchFixture.of(network).weights());

        try (NeuralNetwork imported = type.importTorch(file);
                NeuralNetwork expected = type.importTorch(numbered)) {
            for (Parameter tensor : type.parameters().tensors()) {
                assertThat(imported.parameter(tensor.name()))
                        .as(tensor.name())
                        .isEqualTo(expected.parameter(tensor.name()));
            }
        }
    }

    private static List<ThrowingCallable> uses(Path file) {
        return List.of(
                () -> LeNet28.TYPE.importTorch(file),
                () -> LeNet28.TYPE.loadMatching(file, KernelSets.preferred(), Initializer.PYTORCH, 1));
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
}
