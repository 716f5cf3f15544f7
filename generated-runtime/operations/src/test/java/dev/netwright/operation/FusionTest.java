package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which operations compute a network's layers. */
final class FusionTest {
    private static final Window POINT = Window.square(1, 1, 0);

    private static NetworkLayers network(UnaryOperator<NetworkLayersBuilder> layers) {
        return layers.apply(NetworkLayers.of(Shape.image(1, 4, 4)).block("only"))
                .crossEntropy();
    }

    private static List<String> text(NetworkLayers network, Mode mode) {
        return network.program(mode).operations().stream().map(FusionTest::text).toList();
    }

    /** {@code conv1(images) RELU}, and behind it a dropout's position or the tensors of a norm. */
    private static String text(Operation operation) {
        String rest = operation.takesFunction() || operation instanceof Activation ? " " + operation.function() : "";
        if (operation instanceof Dropout dropout) {
            rest = " #" + dropout.position();
        } else if (operation instanceof ConvolutionNorm convolution) {
            rest += " " + convolution.norm().parameterPrefix() + " "
                    + convolution.norm().epsilon();
        } else if (operation instanceof BatchNorm norm) {
            rest += " " + norm.parameterPrefix();
        }
        List<String> inputs = operation.inputs().stream().map(Value::name).toList();
        return operation.name() + "(" + String.join(", ", inputs) + ")" + rest;
    }

    @Test
    void everyLayerTakesItsActivationIn() {
        NetworkLayers network = network(layers -> layers.convolution("c1", 2, POINT)
                .tanh("c1_tanh")
                .averagePool("s2", Window.square(2, 2, 0))
                .linear("c3", 3)
                .sigmoid("c3_sigmoid")
                .linear("f4", 2));

        assertThat(text(network, Mode.TRAINING))
                .containsExactly("c1(images) TANH", "s2(c1)", "c3(s2) SIGMOID", "f4(c3) IDENTITY");
    }

    @Test
    void dropoutOnEitherSideOfARectifierIsComputedBehindIt() {
        List<String> operations =
                List.of("fc1(images) RELU", "drop1(fc1) #0", "fc2(drop1) RELU", "drop2(fc2) #1", "fc3(drop2) IDENTITY");

        assertThat(text(
                        network(layers -> layers.linear("fc1", 4)
                                .relu("fc1_relu")
                                .dropout("drop1", 0.5)
                                .linear("fc2", 4)
                                .relu("fc2_relu")
                                .dropout("drop2", 0.5)
                                .linear("fc3", 2)),
                        Mode.TRAINING))
                .isEqualTo(operations);
        assertThat(text(
                        network(layers -> layers.linear("fc1", 4)
                                .dropout("drop1", 0.5)
                                .relu("fc1_relu")
                                .linear("fc2", 4)
                                .dropout("drop2", 0.5)
                                .relu("fc2_relu")
                                .linear("fc3", 2)),
                        Mode.TRAINING))
                .isEqualTo(operations);
    }

    @Test
    void inferenceHasNoDropout() {
        NetworkLayers network = network(layers -> layers.dropout("drop1", 0.5)
                .linear("fc1", 4)
                .dropout("drop2", 0.5)
                .relu("fc1_relu")
                .dropout("drop3", 0.5)
                .linear("fc2", 2));

        assertThat(text(network, Mode.INFERENCE)).containsExactly("fc1(images) RELU", "fc2(fc1) IDENTITY");
        assertThat(text(network, Mode.TRAINING))
                .containsExactly(
                        "drop1(images) #0",
                        "fc1(drop1) RELU",
                        "drop2(fc1) #1",
                        "drop3(drop2) #2",
                        "fc2(drop3) IDENTITY");
    }

    @Test
    void readersOfARectifierWhoseDropoutMovedReadTheDropoutAcrossBlocks() {
        // The block ends with the rectifier, and the next block reads it by its own name.
        NetworkLayers network = network(layers -> layers.linear("fc1", 8)
                .dropout("drop1", 0.5)
                .relu("fc1_relu")
                .block("second")
                .linear("fc2", 2));

        assertThat(text(network, Mode.TRAINING))
                .containsExactly("fc1(images) RELU", "drop1(fc1) #0", "fc2(drop1) IDENTITY");
        assertThat(text(network, Mode.INFERENCE)).containsExactly("fc1(images) RELU", "fc2(fc1) IDENTITY");
    }

    @Test
    void aBlockWithoutOperationsIsLeftOut() {
        NetworkLayers network = network(layers -> layers.linear("fc1", 8)
                .tanh("fc1_tanh")
                .block("regularized")
                .dropout("drop1", 0.5)
                .block("last")
                .linear("fc2", 2));

        assertThat(text(network, Mode.TRAINING))
                .containsExactly("fc1(images) TANH", "drop1(fc1) #0", "fc2(drop1) IDENTITY");
        assertThat(text(network, Mode.INFERENCE)).containsExactly("fc1(images) TANH", "fc2(fc1) IDENTITY");
        assertThat(network.program(Mode.INFERENCE).blocks())
                .extracting(Block::name)
                .containsExactly("only", "last");
    }

    @Test
    void anActivationWithWhichDropoutDoesNotCommuteIsComputedByItself() {
        // 2 sigmoid(x) isn't sigmoid(2 x): to move it would compute another network.
        NetworkLayers network =
                network(layers -> layers.linear("fc1", 8).dropout("drop1", 0.5).sigmoid("fc1_sigmoid"));

        assertThat(text(network, Mode.TRAINING))
                .containsExactly("fc1(images) IDENTITY", "drop1(fc1) #0", "fc1_sigmoid(drop1) SIGMOID");
        assertThat(text(network, Mode.INFERENCE)).containsExactly("fc1(images) SIGMOID");
    }

    @Test
    void aNormTakesItsActivationInAndAtInferenceAConvolutionItsNorm() {
        NetworkLayers network = network(layers -> layers.convolution("conv1", 1, POINT)
                .batchNorm("conv1_norm", 1e-3, 0.1)
                .relu("conv1_relu")
                .linear("fc2", 2)
                .batchNorm("fc2_norm", 1e-5, 0.1));

        assertThat(text(network, Mode.TRAINING))
                .containsExactly(
                        "conv1(images) IDENTITY",
                        "conv1_norm(conv1) RELU conv1.norm",
                        "fc2(conv1_norm) IDENTITY",
                        "fc2_norm(fc2) IDENTITY fc2.norm");
        assertThat(text(network, Mode.INFERENCE))
                .containsExactly(
                        "conv1(images) RELU conv1.norm 0.001",
                        "fc2(conv1) IDENTITY",
                        "fc2_norm(fc2) IDENTITY fc2.norm");
    }

    @Test
    void aNormBeforeAConvolutionStandsByItself() {
        NetworkLayers network = network(layers ->
                layers.batchNorm("norm1", 1e-5, 0.1).relu("norm1_relu").convolution("conv1", 1, POINT));

        List<String> operations = List.of("norm1(images) RELU norm1", "conv1(norm1) IDENTITY");
        assertThat(text(network, Mode.TRAINING)).isEqualTo(operations);
        assertThat(text(network, Mode.INFERENCE)).isEqualTo(operations);
    }

    @Test
    void aSumTakesItsActivationIn() {
        NetworkLayers network = network(layers -> layers.convolution("conv1", 1, POINT)
                .convolution("conv2", 1, POINT)
                .add("sum", "conv2", "conv1")
                .relu("sum_relu"));

        assertThat(text(network, Mode.TRAINING))
                .containsExactly("conv1(images) IDENTITY", "conv2(conv1) IDENTITY", "sum(conv2, conv1) RELU");
    }

    @Test
    void whatIsReadTwiceIsNotTakenIn() {
        // The sum reads the convolution without its norm, and the norm without its rectifier.
        NetworkLayers network = network(layers -> layers.convolution("conv1", 1, POINT)
                .batchNorm("conv1_norm", 1e-5, 0.1)
                .relu("conv1_relu")
                .add("sum1", "conv1", "conv1_norm")
                .add("sum2", "sum1", "conv1_relu"));

        List<String> operations = List.of(
                "conv1(images) IDENTITY",
                "conv1_norm(conv1) IDENTITY conv1.norm",
                "conv1_relu(conv1_norm) RELU",
                "sum1(conv1, conv1_norm) IDENTITY",
                "sum2(sum1, conv1_relu) IDENTITY");
        assertThat(text(network, Mode.TRAINING)).isEqualTo(operations);
        assertThat(text(network, Mode.INFERENCE)).isEqualTo(operations);
    }

    @Test
    void whatALossReadsTakesNoActivationInButInInference() {
        NetworkLayers network = network(layers -> layers.linear("fc1", 2)
                .auxiliaryHead("fc1", 0.3)
                .relu("fc1_relu")
                .linear("fc2", 2));

        assertThat(text(network, Mode.TRAINING))
                .containsExactly("fc1(images) IDENTITY", "fc1_relu(fc1) RELU", "fc2(fc1_relu) IDENTITY");
        assertThat(text(network, Mode.INFERENCE)).containsExactly("fc1(images) RELU", "fc2(fc1) IDENTITY");
    }

    @Test
    void lossesReadWhatStandsForTheirLayers() {
        NetworkLayers network = network(layers -> layers.linear("aux", 2)
                .dropout("aux_drop", 0.5)
                .relu("aux_relu")
                .auxiliaryHead("aux_relu", 0.3)
                .from(Value.IMAGES)
                .linear("fc", 2)
                .flatten("flat"));

        Program training = network.program(Mode.TRAINING);
        assertThat(training.output().name()).isEqualTo("fc");
        assertThat(training.losses())
                .extracting(loss -> loss.name() + " " + loss.output().name() + " " + loss.weight())
                .containsExactly("loss fc 1.0", "aux_relu_loss aux_drop 0.3");
        assertThat(network.program(Mode.INFERENCE).losses()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void operationsComputeWhatTheLayersDo(Mode mode) {
        RandomNetworks.of(5).limit(1000).forEach(network -> {
            Program program = network.program(mode);
            Meaning meaning = new Meaning(mode);
            Map<String, Integer> layers = meaning.of(network.layers().toList());
            Map<String, Integer> operations = meaning.of(program.operations());

            assertThat(operations.get(program.output().name()))
                    .as("output of %s", network)
                    .isEqualTo(layers.get(network.output().name()));
            List<Loss> losses = mode == Mode.TRAINING ? network.losses() : List.of();
            assertThat(program.losses().stream()
                            .map(loss -> operations.get(loss.output().name()))
                            .toList())
                    .as("losses of %s", network)
                    .isEqualTo(losses.stream()
                            .map(loss -> layers.get(loss.output().name()))
                            .toList());
        });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aProgramHasEveryTensorThatItsOutputsNeedAndNoOther(Mode mode) {
        RandomNetworks.of(6).limit(300).forEach(network -> {
            Program program = network.program(mode);
            List<ParameterSpec> tensors = program.operations().stream()
                    .flatMap(operation -> operation.parameters().stream())
                    .toList();

            assertThat(network.layers().flatMap(layer -> layer.parameters().stream()))
                    .containsAll(tensors);
            assertThat(tensors).extracting(ParameterSpec::name).doesNotHaveDuplicates();
        });
    }
}
