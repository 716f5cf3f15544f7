package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of stages mean, and the part of a network up to one. */
final class StagesTest {
    private static final NetworkLayers NETWORK = network();

    private static NetworkLayers network() {
        NetworkLayersBuilder network = NetworkLayers.of(Shape.image(2, 8, 8));
        network.block("stem")
                .convolution("conv1", 4, Window.square(3, 1, 1))
                .batchNorm("conv1_norm", 1e-5, 0.1)
                .relu("conv1_relu")
                .maxPool("conv1_pool", Window.square(2, 2, 0));
        for (int i = 1; i <= 2; i++) {
            String block = "layer1_" + i;
            String input = i == 1 ? "conv1_pool" : "layer1_1_sum_relu";
            network.block(block).convolution(block + "_conv", 4, Window.square(3, 1, 1));
            network.add(block + "_sum", block + "_conv", input).relu(block + "_sum_relu");
        }
        network.block("classifier")
                .globalAveragePool("pool")
                .flatten("flat")
                .linear("fc1", 6)
                .relu("fc1_relu")
                .dropout("fc1_drop", 0.5)
                .linear("fc2", 3);
        return network.crossEntropy();
    }

    @ParameterizedTest
    @CsvSource({
        "stem, conv1_pool",
        "layer1_1, layer1_1_sum_relu",
        "layer1, layer1_2_sum_relu",
        "layer1.0, layer1_1_sum_relu",
        "conv1, conv1_relu",
        "conv1_norm, conv1_norm",
        "conv1_relu, conv1_relu",
        "layer1_1_sum, layer1_1_sum_relu",
        "layer1_2_conv, layer1_2_conv",
        "flat, flat",
        "fc1, fc1_drop",
        "fc1_relu, fc1_relu",
        "classifier, fc2"
    })
    void aNameMeansABlockOrALayerWithWhatBelongsToItOrTheLastOfARow(String name, String layer) {
        assertThat(NETWORK.stages().output(name).name()).isEqualTo(layer);
    }

    private static NetworkLayers normedByParts() {
        NetworkLayersBuilder network = NetworkLayers.of(Shape.image(2, 8, 8));
        network.block("StemBlock").convolution("stem", 4, Window.square(3, 1, 1));
        network.layer("stem_norm", new LayerNorm.Form(1e-6))
                .activation("stem_gelu", ActivationFunction.GELU)
                .layer("stem_drop", new StochasticDepth.Form(0.1))
                .layer("scaled", new LayerScale.Form(1e-6))
                .layer("scaled_norm", new GroupNorm.Form(2, 1e-5));
        for (int i = 0; i < 2; i++) {
            network.block("layer3_" + i + "Block")
                    .convolution("layer3." + i + ".conv1", 4, Window.square(3, 1, 1))
                    .relu("layer3." + i + ".conv1_relu");
        }
        return network.relu("layer3_relu")
                .block("scoresBlock")
                .globalAveragePool("pool")
                .flatten("flat")
                .linear("scores", 3)
                .crossEntropy();
    }

    @ParameterizedTest
    @CsvSource({
        "stem, stem_drop",
        "stem_norm, stem_norm",
        "scaled, scaled_norm",
        "layer3, layer3_relu",
        "layer3.0, layer3.0.conv1_relu",
        "layer3.1, layer3.1.conv1_relu",
        "layer3.1.conv1, layer3.1.conv1_relu",
        "layer3_1, layer3.0.conv1_relu",
        "layer3_2_conv1, layer3.1.conv1_relu"
    })
    void anyNormAndStochasticDepthBelongToTheirLayerAndAUsersBlockIsAStage(String name, String layer) {
        assertThat(normedByParts().stages().output(name).name()).isEqualTo(layer);
    }

    @Test
    void aMisspelledUseOfAUsersBlockIsSuggested() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> normedByParts().stages().output("layr3"))
                .withMessage("there is no stage 'layr3'; did you mean 'layer3'?");
    }

    @Test
    void anUnknownNameIsRefusedWithTheClosestOrAllStages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.stages().output("layer2"))
                .withMessage("there is no stage 'layer2'; did you mean 'layer1'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NETWORK.stages().output("backbone"))
                .withMessage(
                        "there is no stage 'backbone'; the stages are stem, layer1, classifier, and each layer of the"
                                + " summary is one");
    }

    @Test
    void theClassifierReadsTheOutputOfTheLayerBeforeIt() {
        assertThat(NETWORK.stages().beforeClassifier().name()).isEqualTo("fc1_drop");
        NetworkLayers pooled = NetworkLayers.of(Shape.image(2, 8, 8))
                .block("only")
                .convolution("conv", 4, Window.square(3, 1, 1))
                .relu("conv_relu")
                .convolution("scores", 3, Window.square(1, 1, 0))
                .relu("scores_relu")
                .globalAveragePool("pool")
                .flatten("flat")
                .crossEntropy();
        assertThat(pooled.stages().beforeClassifier().name()).isEqualTo("conv_relu");
    }

    @Test
    void aClassifierOfTheImagesAndABranchedOneAreRefused() {
        NetworkLayers regression = NetworkLayers.of(Shape.image(2, 8, 8))
                .block("only")
                .flatten("flat")
                .linear("fc", 3)
                .crossEntropy();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.stages().beforeClassifier())
                .withMessageContaining("the classifier reads the images themselves");
        NetworkLayersBuilder branched = NetworkLayers.of(Shape.image(2, 8, 8));
        branched.block("only").convolution("conv", 2, Window.square(3, 1, 1));
        branched.add("sum", "conv", Value.IMAGES).globalAveragePool("pool").flatten("flat");
        NetworkLayers network = branched.crossEntropy();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.stages().beforeClassifier())
                .withMessage("no single layer classifies, because sum joins several; name a stage");
    }

    @Test
    void thePartUpToAStageIsTheBeginningOfTheNetworksProgram() {
        NetworkLayers part = NETWORK.through(NETWORK.stages().output("layer1_1"));
        assertThat(names(part)).containsExactly("conv1", "conv1_pool", "layer1_1_conv", "layer1_1_sum");
        assertThat(names(NETWORK)).startsWith(names(part).toArray(String[]::new));
        assertThat(part.output().name()).isEqualTo("layer1_1_sum_relu");
        assertThat(part.program(Mode.INFERENCE).output().shape()).isEqualTo(Shape.image(4, 4, 4));
    }

    @Test
    void whatAStageDoesntDependOnIsNoPartOfIt() {
        NetworkLayersBuilder builder = NetworkLayers.of(Shape.image(2, 8, 8));
        builder.block("branches").convolution("left", 2, Window.square(3, 1, 1));
        builder.from(Value.IMAGES).convolution("right", 2, Window.square(3, 1, 1));
        builder.add("sum", "left", "right").globalAveragePool("pool").flatten("flat");
        NetworkLayers network = builder.crossEntropy();

        assertThat(names(network.through(network.stages().output("right")))).containsExactly("right");
    }

    @Test
    void aPartHasNoTrainingProgram() {
        NetworkLayers part = NETWORK.through(NETWORK.stages().output("stem"));
        assertThat(part.isClassifier()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> part.program(Mode.TRAINING));
        assertThatIllegalArgumentException().isThrownBy(() -> NETWORK.through(Value.vector("elsewhere", 3)));
    }

    private static List<String> names(NetworkLayers layers) {
        return layers.program(Mode.INFERENCE).operations().stream()
                .map(Operation::name)
                .toList();
    }
}
