package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each call of the list adds, with shapes, tensors and counts by hand. */
final class NetworkLayersBuilderTest {
    private static final Shape IMAGES = Shape.image(4, 9, 7);

    private static NetworkLayersBuilder images() {
        return NetworkLayers.of(IMAGES).block("only");
    }

    private static Layer only(UnaryOperator<NetworkLayersBuilder> call) {
        return call.apply(images()).crossEntropy().layers().toList().get(0);
    }

    /** Type, output, tensors and multiply-adds of each call on 4x9x7 images. */
    static Stream<Arguments> calls() {
        Window window = Window.square(3, 2, 1);
        return Stream.of(
                layer(
                        network -> network.convolution("x", 6, window),
                        "Conv2d [N, 6, 5, 4]",
                        222 * 20,
                        "[6, 4, 3, 3]",
                        "[6]"),
                layer(
                        network -> network.convolution("x", 6, window, Bias.NONE),
                        "Conv2d [N, 6, 5, 4]",
                        216 * 20,
                        "[6, 4, 3, 3]"),
                layer(
                        network -> network.convolution("x", 6, window.dilated(2, 1), 2, Bias.TRAINED),
                        "Conv2d [N, 6, 4, 4]",
                        114 * 16,
                        "[6, 2, 3, 3]",
                        "[6]"),
                layer(
                        network -> network.batchNorm("x", 1e-5, 0.1),
                        "BatchNorm2d [N, 4, 9, 7]",
                        8,
                        "[4]",
                        "[4]",
                        "[4]",
                        "[4]"),
                layer(network -> network.localResponseNorm("x", 5, 1e-4, 0.75, 2), "LocalResponseNorm [N, 4, 9, 7]", 0),
                layer(network -> network.layer("x", new ChannelShuffle.Form(2)), "ChannelShuffle [N, 4, 9, 7]", 0),
                layer(network -> network.layer("x", new ChannelSplit.Form(2, 1)), "ChannelSplit [N, 2, 9, 7]", 0),
                layer(
                        network -> network.layer("x", new GroupNorm.Form(2, 1e-5)),
                        "GroupNorm [N, 4, 9, 7]",
                        8,
                        "[4]",
                        "[4]"),
                layer(
                        network -> network.layer("x", new LayerNorm.Form(1e-6)),
                        "LayerNorm2d [N, 4, 9, 7]",
                        8,
                        "[4]",
                        "[4]"),
                layer(
                        network -> network.layer("x", new LayerScale.Form(1e-6)),
                        "LayerScale [N, 4, 9, 7]",
                        4,
                        "[4, 1, 1]"),
                layer(network -> network.layer("x", new StochasticDepth.Form(0.2)), "StochasticDepth [N, 4, 9, 7]", 0),
                layer(network -> network.identity("x"), "Identity [N, 4, 9, 7]", 0),
                layer(network -> network.relu("x"), "ReLU [N, 4, 9, 7]", 0),
                layer(network -> network.sigmoid("x"), "Sigmoid [N, 4, 9, 7]", 0),
                layer(network -> network.tanh("x"), "Tanh [N, 4, 9, 7]", 0),
                layer(network -> network.maxPool("x", Window.square(2, 2, 0)), "MaxPool2d [N, 4, 4, 3]", 0),
                layer(
                        network -> network.maxPool("x", Window.square(2, 2, 0), Rounding.UP),
                        "MaxPool2d [N, 4, 5, 4]",
                        0),
                layer(network -> network.averagePool("x", Window.of(2, 3, 2, 3, 0, 0)), "AvgPool2d [N, 4, 4, 2]", 0),
                layer(
                        network -> network.averagePool("x", Window.of(2, 3, 2, 3, 0, 0), Rounding.UP),
                        "AvgPool2d [N, 4, 5, 3]",
                        0),
                layer(network -> network.globalAveragePool("x"), "AdaptiveAvgPool2d [N, 4, 1, 1]", 0),
                layer(network -> network.globalMaxPool("x"), "AdaptiveMaxPool2d [N, 4, 1, 1]", 0),
                layer(
                        network -> network.pool("x", PoolKind.AVERAGE_WITHOUT_PADDING, Window.square(3, 2, 1)),
                        "AvgPool2d [N, 4, 5, 4]",
                        0),
                layer(
                        network -> network.layer("x", new AdaptiveAveragePool.Form(4, 3)),
                        "AdaptiveAvgPool2d [N, 4, 4, 3]",
                        0),
                layer(
                        network -> network.layer("x", new Upsample.Form(2, 3, Interpolation.NEAREST)),
                        "Upsample [N, 4, 18, 21]",
                        0),
                layer(
                        network -> network.layer("x", new Upsample.SizeForm(5, 8, Interpolation.BILINEAR)),
                        "Upsample [N, 4, 5, 8]",
                        0),
                layer(
                        network -> network.layer(
                                "x", new TransposedConvolution.Form(6, Window.square(3, 2, 1), 1, 0, 2, true)),
                        "ConvTranspose2d [N, 6, 18, 13]",
                        (4 * 3 * 9 + 6) * 18 * 13,
                        "[4, 3, 3, 3]",
                        "[6]"),
                layer(network -> network.dropout("x", 0.5), "Dropout [N, 4, 9, 7]", 0),
                layer(network -> network.flatten("x"), "Flatten [N, 252]", 0),
                layer(network -> network.linear("x", 3), "Linear [N, 3]", 759, "[3, 252]", "[3]"),
                layer(network -> network.linear("x", 3, Bias.NONE), "Linear [N, 3]", 756, "[3, 252]"),
                layer(network -> network.add("x", Value.IMAGES, Value.IMAGES), "Add [N, 4, 9, 7]", 0),
                layer(network -> network.multiply("x", Value.IMAGES, Value.IMAGES), "Multiply [N, 4, 9, 7]", 0),
                layer(network -> network.concat("x", Value.IMAGES, Value.IMAGES), "Concat [N, 8, 9, 7]", 0));
    }

    private static Arguments layer(
            UnaryOperator<NetworkLayersBuilder> call, String typeAndOutput, long multiplyAdds, String... tensors) {
        return Arguments.of(only(call), typeAndOutput, multiplyAdds, List.of(tensors));
    }

    @Test
    void aLayerNormOfAVectorIsOverAllItsValues() {
        Layer norm = images().flatten("flat")
                .layer("norm", new LayerNorm.Form(1e-6))
                .crossEntropy()
                .layers()
                .toList()
                .get(1);

        assertThat(norm.torchType() + " " + norm.output().batched()).isEqualTo("LayerNorm [N, 252]");
        assertThat(norm.multiplyAdds()).isEqualTo(504);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("calls")
    void aCallAddsALayer(Layer layer, String typeAndOutput, long multiplyAdds, List<String> tensors) {
        assertThat(layer.torchType() + " " + layer.output().batched()).isEqualTo(typeAndOutput);
        assertThat(layer.name()).isEqualTo("x");
        assertThat(layer.input().isImages()).isTrue();
        assertThat(layer.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(layer.parameters())
                .extracting(tensor -> tensor.shape().toString())
                .isEqualTo(tensors);
    }

    @Test
    void tensorsAreNamedAfterTheirLayersAndCountWhatMeetsInAnOutput() {
        NetworkLayers network = images().convolution("conv1", 6, Window.square(3, 1, 1), 2, Bias.TRAINED)
                .batchNorm("conv1_norm", 1e-5, 0.1)
                .batchNorm("norm2", 1e-5, 0.1)
                .linear("fc", 3)
                .crossEntropy();

        assertThat(network.layers()
                        .flatMap(layer -> layer.parameters().stream())
                        .map(tensor ->
                                tensor.name() + " " + tensor.role() + " " + tensor.fanIn() + " " + tensor.fanOut()))
                .containsExactly(
                        "conv1.weight CONVOLUTION_WEIGHT 18 54",
                        "conv1.bias CONVOLUTION_BIAS 18 54",
                        "conv1.norm.weight NORM_WEIGHT 1 1",
                        "conv1.norm.bias NORM_BIAS 1 1",
                        "conv1.norm.running_mean RUNNING_MEAN 1 1",
                        "conv1.norm.running_var RUNNING_VARIANCE 1 1",
                        "norm2.weight NORM_WEIGHT 1 1",
                        "norm2.bias NORM_BIAS 1 1",
                        "norm2.running_mean RUNNING_MEAN 1 1",
                        "norm2.running_var RUNNING_VARIANCE 1 1",
                        "fc.weight LINEAR_WEIGHT 378 3",
                        "fc.bias LINEAR_BIAS 378 3");
        assertThat(network.parameterCount()).isEqualTo(108 + 6 + 12 + 12 + 1134 + 3);
        assertThat(network.statisticsCount()).isEqualTo(24);
    }

    @Test
    void aNormOfAFlattenedImageHasATensorValueForEachOfItsFeatures() {
        NetworkLayers network = images().maxPool("pool", Window.square(3, 3, 0))
                .flatten("flat")
                .batchNorm("norm", 1e-5, 0.1)
                .linear("fc", 2)
                .crossEntropy();

        Operation norm = network.program(Mode.TRAINING).operations().get(1);
        assertThat(norm.input().batched()).isEqualTo("[N, 4, 3, 2]");
        assertThat(norm.torchType()).isEqualTo("BatchNorm1d");
        assertThat(norm.parameters().get(0).shape()).containsExactly(24);
    }

    @Test
    void aProductReadsASecondFactorOfTheSameShapeOrOneValueForEachChannel() {
        NetworkLayersBuilder network = images().globalAveragePool("means")
                .linear("gate", 4)
                .multiply("gated", Value.IMAGES, "gate")
                .multiply("gatedTwice", "gated", "means")
                .linear("narrow", 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.multiply("wrong", Value.IMAGES, "narrow"))
                .withMessage(
                        "wrong multiplies images of 4x9x7 by a value of the same shape or of 4x1x1, found narrow of"
                                + " 3x1x1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.multiply("swapped", "gate", Value.IMAGES))
                .withMessageStartingWith("swapped multiplies gate of 4x1x1 by");
        List<Operation> operations =
                network.crossEntropy().program(Mode.TRAINING).operations();
        assertThat(operations)
                .filteredOn(Multiply.class::isInstance)
                .extracting(operation -> operation.output().batched(), operation -> ((Multiply) operation).factor())
                .containsExactly(tuple("[N, 4, 9, 7]", Shape.features(4)), tuple("[N, 4, 9, 7]", Shape.features(4)));
    }

    @Test
    void aLayerReadsTheOneBeforeItOrTheOneThatFromNames() {
        NetworkLayers network = images().linear("a", 2)
                .linear("b", 2)
                .from("a")
                .linear("c", 2)
                .block("next")
                .linear("d", 2)
                .from(Value.IMAGES)
                .linear("e", 2)
                .add("f", "d", "b")
                .crossEntropy();

        assertThat(network.layers()
                        .map(layer -> layer.name()
                                + layer.inputs().stream().map(Value::name).toList()))
                .containsExactly("a[images]", "b[a]", "c[a]", "d[c]", "e[images]", "f[d, b]");
        assertThat(network.blocks())
                .extracting(block -> block.name() + block.layers().size())
                .containsExactly("only3", "next3");
    }

    @Test
    void theLastLayerGivesTheOutputWhateverANextOneWouldRead() {
        NetworkLayers network = images().linear("a", 2).linear("b", 3).from("a").squaredError(0.5);

        assertThat(network.output().name()).isEqualTo("b");
        assertThat(network.losses()).containsExactly(new SquaredError("loss", network.output(), 0.5));
        assertThat(network.isClassifier()).isFalse();
    }

    @Test
    void theNetworksOwnLossComesBeforeThoseOfHeads() {
        NetworkLayers network = images().linear("aux", 2)
                .auxiliaryHead("aux", 0.3)
                .from(Value.IMAGES)
                .linear("fc", 2)
                .crossEntropy();

        assertThat(network.losses())
                .extracting(loss -> loss.name() + " " + loss.output().name() + " " + loss.weight())
                .containsExactly("loss fc 1.0", "aux_loss aux 0.3");
        assertThat(network.isClassifier()).isTrue();
    }

    @Test
    void receptiveFieldsGrowWithWindowsAlongTheWidestBranch() {
        NetworkLayers network = images().convolution("a", 2, Window.of(3, 5, 2, 1, 1, 2))
                .from(Value.IMAGES)
                .convolution("b", 2, Window.of(1, 1, 2, 1, 0, 0))
                .add("sum", "a", "b")
                .maxPool("pool", Window.square(2, 2, 0))
                .globalAveragePool("mean")
                .linear("fc", 2)
                .crossEntropy();

        assertThat(network.receptiveFields())
                .containsEntry("b", new ReceptiveField(1, 1, 2, 1))
                .containsEntry("sum", new ReceptiveField(3, 5, 2, 1))
                .containsEntry("pool", new ReceptiveField(5, 6, 4, 2))
                .containsEntry("fc", new ReceptiveField(5, 6, 4, 2));
        assertThat(network.receptiveField()).isEqualTo(6);
    }

    @Test
    void whatCannotBeListedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images().linear("a", 2).relu("a"))
                .withMessage("two layers are named a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images().relu(Value.IMAGES))
                .withMessage("two layers are named images");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images().linear("a", 2).from("b"))
                .withMessage("no layer before is named b; there are [images, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images().linear("a", 2).block("only"))
                .withMessage("two blocks are named only");
        assertThatIllegalStateException()
                .isThrownBy(() -> NetworkLayers.of(IMAGES).relu("a"))
                .withMessage("no block is begun for layer a");
        assertThatIllegalStateException()
                .isThrownBy(() -> images().crossEntropy())
                .withMessage("no layer is listed in block only");
    }

    @Test
    void anOperationThatTakesNoFunctionSaysSo() {
        Operation pool = (Operation) only(network -> network.globalAveragePool("pool"));

        assertThatIllegalStateException()
                .isThrownBy(() -> pool.with(ActivationFunction.RELU))
                .withMessage("pool (AdaptiveAvgPool2d) takes no function in, asked for RELU");
    }
}
