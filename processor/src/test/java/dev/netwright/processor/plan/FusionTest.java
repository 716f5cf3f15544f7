package dev.netwright.processor.plan;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.block;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.leNet;
import static dev.netwright.processor.network.SampleNetworks.lrn;
import static dev.netwright.processor.network.SampleNetworks.normalized;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static dev.netwright.processor.network.SampleNetworks.withDropout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.AuxiliaryHead;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.LeNetExpander;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.PoolKind;
import dev.netwright.processor.network.VggExpander;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.shape.ShapeInference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FusionTest {
    private static final Layer CONVOLUTION = new Layer.Convolution(1, Window.square(1, 1, 0));
    private static final Layer NORM = new Layer.BatchNorm(1e-5, 0.1, true);
    private static final Layer RELU = new Layer.Activation(ActivationFunction.RELU);

    private static NetworkGraph vggWithDropout(String place) {
        return VggExpander.expand(withDropout(
                vgg(images(1, 8, 8), 10, 1, List.of(normalized(block(1, 4, 3, 1), lrn())), hidden(0.5, 32, 16)),
                place));
    }

    private static List<String> text(NetworkGraph graph, Mode mode) {
        return Fusion.fuse(ShapeInference.infer(graph), mode).blocks().stream()
                .flatMap(block -> block.kernels().stream())
                .map(FusionTest::text)
                .toList();
    }

    private static String text(Kernel kernel) {
        boolean takesActivation = kernel instanceof Kernel.ConvBiasActivation
                || kernel instanceof Kernel.ConvNormActivation
                || kernel instanceof Kernel.NormActivation
                || kernel instanceof Kernel.AddActivation
                || kernel instanceof Kernel.ElementwiseActivation
                || kernel instanceof Kernel.Linear;
        String rest = takesActivation ? " " + SymbolicRun.functionOf(kernel) : "";
        if (kernel instanceof Kernel.Dropout dropout) {
            rest = " #" + dropout.position();
        } else if (kernel instanceof Kernel.ConvNormActivation convolution) {
            rest += " " + convolution.norm() + " " + convolution.epsilon();
        } else if (kernel instanceof Kernel.NormActivation norm) {
            rest += " " + norm.norm();
        }
        return kernel.name() + "(" + String.join(", ", kernel.inputs()) + ")" + rest;
    }

    @Test
    void everyLayerOfLeNetTakesItsActivationIn() {
        assertThat(text(LeNetExpander.expand(leNet(28, 2, "AVERAGE", "TANH")), Mode.TRAINING))
                .containsExactly(
                        "c1(images) TANH",
                        "s2(c1)",
                        "c3(s2) TANH",
                        "s4(c3)",
                        "c5(s4) TANH",
                        "f6(c5) TANH",
                        "f7(f6) IDENTITY");
    }

    @ParameterizedTest
    @CsvSource({"AFTER_ACTIVATION", "BEFORE_ACTIVATION"})
    void dropoutOnEitherSideOfARectifierIsComputedBehindIt(String place) {
        assertThat(text(vggWithDropout(place), Mode.TRAINING))
                .containsExactly(
                        "conv1_1(images) RELU",
                        "conv1_2(conv1_1) RELU",
                        "norm1(conv1_2)",
                        "pool1(norm1)",
                        "fc2(pool1) RELU",
                        "drop2(fc2) #0",
                        "fc3(drop2) RELU",
                        "drop3(fc3) #1",
                        "fc4(drop3) IDENTITY");
    }

    @Test
    void dropoutBeforeALinearLayerStandsBeforeIt() {
        assertThat(text(vggWithDropout("BEFORE_LINEAR"), Mode.TRAINING))
                .containsExactly(
                        "conv1_1(images) RELU",
                        "conv1_2(conv1_1) RELU",
                        "norm1(conv1_2)",
                        "pool1(norm1)",
                        "drop2(pool1) #0",
                        "fc2(drop2) RELU",
                        "drop3(fc2) #1",
                        "fc3(drop3) RELU",
                        "fc4(fc3) IDENTITY");
    }

    @ParameterizedTest
    @CsvSource({"AFTER_ACTIVATION", "BEFORE_ACTIVATION", "BEFORE_LINEAR"})
    void inferenceHasNoDropout(String place) {
        assertThat(text(vggWithDropout(place), Mode.INFERENCE))
                .containsExactly(
                        "conv1_1(images) RELU",
                        "conv1_2(conv1_1) RELU",
                        "norm1(conv1_2)",
                        "pool1(norm1)",
                        "fc2(pool1) RELU",
                        "fc3(fc2) RELU",
                        "fc4(fc3) IDENTITY");
    }

    @Test
    void readersOfARectifierWhoseDropoutMovedReadTheDropoutAcrossBlocks() {
        // The block ends with the rectifier, and the next block reads it by its own name.
        NetworkGraph graph = graph(
                new Block(
                        "first",
                        List.of(
                                node("fc1", new Layer.Linear(8), "images"),
                                node("drop1", new Layer.Dropout(0.5), "fc1"),
                                node("fc1_relu", new Layer.Activation(ActivationFunction.RELU), "drop1"))),
                new Block("second", List.of(node("fc2", new Layer.Linear(2), "fc1_relu"))));

        assertThat(text(graph, Mode.TRAINING))
                .containsExactly("fc1(images) RELU", "drop1(fc1) #0", "fc2(drop1) IDENTITY");
        assertThat(text(graph, Mode.INFERENCE)).containsExactly("fc1(images) RELU", "fc2(fc1) IDENTITY");
    }

    @Test
    void aBlockMayEndInADropoutThatInferenceLeavesOut() {
        NetworkGraph graph = graph(
                new Block(
                        "first",
                        List.of(
                                node("fc1", new Layer.Linear(8), "images"),
                                node("fc1_tanh", new Layer.Activation(ActivationFunction.TANH), "fc1"),
                                node("drop1", new Layer.Dropout(0.5), "fc1_tanh"))),
                new Block("second", List.of(node("fc2", new Layer.Linear(2), "drop1"))));

        assertThat(text(graph, Mode.TRAINING))
                .containsExactly("fc1(images) TANH", "drop1(fc1) #0", "fc2(drop1) IDENTITY");
        assertThat(text(graph, Mode.INFERENCE)).containsExactly("fc1(images) TANH", "fc2(fc1) IDENTITY");
        assertThat(Fusion.fuse(ShapeInference.infer(graph), Mode.INFERENCE)
                        .blocks()
                        .get(0)
                        .output())
                .isEqualTo("fc1");
    }

    @Test
    void anActivationWithWhichDropoutDoesNotCommuteIsComputedByItself() {
        // 2 sigmoid(x) isn't sigmoid(2 x): to move it would compute another network.
        NetworkGraph graph = graph(new Block(
                "only",
                List.of(
                        node("fc1", new Layer.Linear(8), "images"),
                        node("drop1", new Layer.Dropout(0.5), "fc1"),
                        node("fc1_sigmoid", new Layer.Activation(ActivationFunction.SIGMOID), "drop1"))));

        assertThat(text(graph, Mode.TRAINING))
                .containsExactly("fc1(images) IDENTITY", "drop1(fc1) #0", "fc1_sigmoid(drop1) SIGMOID");
        assertThat(text(graph, Mode.INFERENCE)).containsExactly("fc1(images) SIGMOID");
    }

    @Test
    void aNormTakesItsActivationInAndAtInferenceAConvolutionItsNorm() {
        NetworkGraph graph = graph(new Block(
                "only",
                List.of(
                        node("conv1", CONVOLUTION, "images"),
                        node("conv1_norm", new Layer.BatchNorm(1e-3, 0.1, true), "conv1"),
                        node("conv1_relu", RELU, "conv1_norm"),
                        node("fc2", new Layer.Linear(2), "conv1_relu"),
                        node("fc2_norm", NORM, "fc2"))));

        assertThat(text(graph, Mode.TRAINING))
                .containsExactly(
                        "conv1(images) IDENTITY",
                        "conv1_norm(conv1) RELU conv1.norm",
                        "fc2(conv1_norm) IDENTITY",
                        "fc2_norm(fc2) IDENTITY fc2.norm");
        assertThat(text(graph, Mode.INFERENCE))
                .containsExactly(
                        "conv1(images) RELU conv1.norm 0.001",
                        "fc2(conv1) IDENTITY",
                        "fc2_norm(fc2) IDENTITY fc2.norm");
    }

    @Test
    void aNormBeforeAConvolutionStandsByItself() {
        NetworkGraph graph = graph(new Block(
                "only",
                List.of(
                        node("norm1", NORM, "images"),
                        node("norm1_relu", RELU, "norm1"),
                        node("conv1", CONVOLUTION, "norm1_relu"))));

        List<String> kernels = List.of("norm1(images) RELU norm1", "conv1(norm1) IDENTITY");
        assertThat(text(graph, Mode.TRAINING)).isEqualTo(kernels);
        assertThat(text(graph, Mode.INFERENCE)).isEqualTo(kernels);
    }

    @Test
    void aSumTakesItsActivationIn() {
        NetworkGraph graph = graph(new Block(
                "only",
                List.of(
                        node("conv1", CONVOLUTION, "images"),
                        node("conv2", CONVOLUTION, "conv1"),
                        node("sum", new Layer.Add(), "conv2", "conv1"),
                        node("sum_relu", RELU, "sum"))));

        assertThat(text(graph, Mode.TRAINING))
                .containsExactly("conv1(images) IDENTITY", "conv2(conv1) IDENTITY", "sum(conv2, conv1) RELU");
    }

    @Test
    void whatIsReadTwiceIsNotTakenIn() {
        // The sum reads the convolution without its norm, and the norm without its rectifier.
        NetworkGraph graph = graph(new Block(
                "only",
                List.of(
                        node("conv1", CONVOLUTION, "images"),
                        node("conv1_norm", NORM, "conv1"),
                        node("conv1_relu", RELU, "conv1_norm"),
                        node("sum1", new Layer.Add(), "conv1", "conv1_norm"),
                        node("sum2", new Layer.Add(), "sum1", "conv1_relu"))));

        List<String> kernels = List.of(
                "conv1(images) IDENTITY",
                "conv1_norm(conv1) IDENTITY conv1.norm",
                "conv1_relu(conv1_norm) RELU",
                "sum1(conv1, conv1_norm) IDENTITY",
                "sum2(sum1, conv1_relu) IDENTITY");
        assertThat(text(graph, Mode.TRAINING)).isEqualTo(kernels);
        assertThat(text(graph, Mode.INFERENCE)).isEqualTo(kernels);
    }

    @Test
    void whatALossJudgesTakesNoActivationInButInInference() {
        NetworkGraph graph = graph(new Block(
                        "only",
                        List.of(
                                node("fc1", new Layer.Linear(2), "images"),
                                node("fc1_relu", RELU, "fc1"),
                                node("fc2", new Layer.Linear(2), "fc1_relu"))))
                .withAuxiliaryHeads(List.of(new AuxiliaryHead("fc1", 0.3)));

        assertThat(text(graph, Mode.TRAINING))
                .containsExactly("fc1(images) IDENTITY", "fc1_relu(fc1) RELU", "fc2(fc1_relu) IDENTITY");
        assertThat(text(graph, Mode.INFERENCE)).containsExactly("fc1(images) RELU", "fc2(fc1) IDENTITY");
    }

    @Test
    void aGlobalAverageIsAPoolOfItsInputsSize() {
        NetworkGraph graph = graph(new Block("only", List.of(node("pool", new Layer.GlobalAveragePool(), "images"))));

        assertThat(Fusion.fuse(ShapeInference.infer(graph), Mode.TRAINING)
                        .blocks()
                        .get(0)
                        .kernels())
                .containsExactly(new Kernel.Pool("pool", "images", PoolKind.AVERAGE, Window.square(2, 1, 0)));
    }

    private static NetworkGraph graph(Block... blocks) {
        return NetworkGraph.classifier("nobody", images(1, 2, 2), List.of(blocks));
    }

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs), NOWHERE, NOWHERE);
    }
}
