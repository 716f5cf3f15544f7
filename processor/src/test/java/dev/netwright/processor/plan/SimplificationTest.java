package dev.netwright.processor.plan;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.images;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.AuxiliaryHead;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.SampleNetworks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of the layers when those are gone that compute nothing, and what their readers read instead. */
final class SimplificationTest {
    private static final Layer RELU = new Layer.Activation(ActivationFunction.RELU);
    private static final Layer DROPOUT = new Layer.Dropout(0.5);

    /** {@code fc2(drop1)}: a layer with what it reads, written as the kernels that follow from it will read it. */
    private static List<String> left(Mode mode, NetworkGraph graph) {
        Simplification simple = Simplification.of(graph, mode);
        return simple.blocks().stream()
                .flatMap(block -> block.nodes().stream())
                .map(node ->
                        node.name() + node.inputs().stream().map(simple::value).toList())
                .toList();
    }

    private static NetworkGraph graph(Node... nodes) {
        return NetworkGraph.classifier("nobody", images(2, 4, 4), List.of(new Block("only", List.of(nodes))));
    }

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs), NOWHERE, NOWHERE);
    }

    @Test
    void flatteningIdentityAndDropoutOfNothingAreGone() {
        NetworkGraph graph = graph(
                node("norm", new Layer.BatchNorm(1e-5, 0.1, true), "images"),
                node("same", new Layer.Activation(ActivationFunction.IDENTITY), "norm"),
                node("drop", new Layer.Dropout(0), "same"),
                node("flat", new Layer.Flatten(), "drop"),
                node("fc", new Layer.Linear(2), "flat"));

        assertThat(left(Mode.TRAINING, graph)).containsExactly("norm[images]", "fc[norm]");
        assertThat(left(Mode.INFERENCE, graph)).containsExactly("norm[images]", "fc[norm]");
    }

    @Test
    void aNetworkMayEndInWhatIsGone() {
        NetworkGraph graph =
                graph(node("pool", new Layer.GlobalAveragePool(), "images"), node("flat", new Layer.Flatten(), "pool"));

        assertThat(Simplification.of(graph, Mode.TRAINING).output("flat")).isEqualTo("pool");
    }

    @Test
    void dropoutIsGoneAtInference() {
        NetworkGraph graph = graph(node("drop", DROPOUT, "images"), node("sum", new Layer.Add(), "images", "drop"));

        assertThat(left(Mode.TRAINING, graph)).containsExactly("drop[images]", "sum[images, drop]");
        assertThat(left(Mode.INFERENCE, graph)).containsExactly("sum[images, images]");
    }

    @Test
    void dropoutMovesBehindTheRectifierThatReadsIt() {
        NetworkGraph graph = graph(
                node("fc1", new Layer.Linear(4), "images"),
                node("drop", DROPOUT, "fc1"),
                node("relu", RELU, "drop"),
                node("fc2", new Layer.Linear(2), "relu"),
                node("fc3", new Layer.Linear(2), "relu"),
                node("sum", new Layer.Add(), "fc2", "fc3"));

        assertThat(left(Mode.TRAINING, graph))
                .containsExactly("fc1[images]", "relu[fc1]", "drop[relu]", "fc2[drop]", "fc3[drop]", "sum[fc2, fc3]");
        assertThat(left(Mode.INFERENCE, graph))
                .containsExactly("fc1[images]", "relu[fc1]", "fc2[relu]", "fc3[relu]", "sum[fc2, fc3]");
    }

    @Test
    void dropoutMovesBehindARectifierThatEndsTheNetwork() {
        NetworkGraph graph = graph(
                node("fc1", new Layer.Linear(4), "images"), node("drop", DROPOUT, "fc1"), node("relu", RELU, "drop"));

        assertThat(left(Mode.TRAINING, graph)).containsExactly("fc1[images]", "relu[fc1]", "drop[relu]");
        assertThat(Simplification.of(graph, Mode.TRAINING).output("relu")).isEqualTo("drop");
        assertThat(Simplification.of(graph, Mode.INFERENCE).output("relu")).isEqualTo("relu");
    }

    @ParameterizedTest
    @CsvSource({"drop", "flat"})
    void dropoutThatAnotherLayerReadsStaysBeforeTheRectifier(String alsoRead) {
        NetworkGraph graph = graph(
                node("fc1", new Layer.Linear(4), "images"),
                node("drop", DROPOUT, "fc1"),
                node("flat", new Layer.Flatten(), "drop"),
                node("relu", RELU, "flat"),
                node("sum", new Layer.Add(), "relu", alsoRead));

        assertThat(left(Mode.TRAINING, graph))
                .containsExactly("fc1[images]", "drop[fc1]", "relu[drop]", "sum[relu, drop]");
    }

    @Test
    void dropoutThatALossJudgesStaysBeforeTheRectifier() {
        NetworkGraph graph = graph(
                        node("fc1", new Layer.Linear(4), "images"),
                        node("drop", DROPOUT, "fc1"),
                        node("relu", RELU, "drop"))
                .withAuxiliaryHeads(List.of(new AuxiliaryHead("drop", 0.3)));

        assertThat(left(Mode.TRAINING, graph)).containsExactly("fc1[images]", "drop[fc1]", "relu[drop]");
    }

    @Test
    void inferenceLeavesOutWhatOnlyAHeadNeeds() {
        NetworkGraph graph = graph(
                        node("fc1", new Layer.Linear(4), "images"),
                        node("aux_fc1", new Layer.Linear(4), "fc1"),
                        node("aux_fc2", new Layer.Linear(2), "aux_fc1"),
                        node("fc2", new Layer.Linear(2), "fc1"))
                .withAuxiliaryHeads(List.of(new AuxiliaryHead("aux_fc2", 0.3)));

        assertThat(left(Mode.TRAINING, graph))
                .containsExactly("fc1[images]", "aux_fc1[fc1]", "aux_fc2[aux_fc1]", "fc2[fc1]");
        assertThat(left(Mode.INFERENCE, graph)).containsExactly("fc1[images]", "fc2[fc1]");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void kernelsComputeWhatTheLayersDo(Mode mode) {
        SampleNetworks.random(5).limit(1000).forEach(network -> {
            NetworkGraph graph = network.graph();
            Fusion.Fused fused = Fusion.fuse(network, mode);
            Meaning meaning = new Meaning(mode);
            Map<String, Integer> layers = meaning.of(network);
            Map<String, Integer> kernels = meaning.of(fused.blocks());

            assertThat(kernels.get(fused.output())).as("output of %s", graph).isEqualTo(layers.get(graph.output()));
            Stream<String> heads = mode == Mode.INFERENCE
                    ? Stream.of()
                    : graph.auxiliaryHeads().stream().map(AuxiliaryHead::logits);
            assertThat(fused.auxiliaryOutputs().stream().map(kernels::get).toList())
                    .as("heads of %s", graph)
                    .isEqualTo(heads.map(layers::get).toList());
        });
    }
}
