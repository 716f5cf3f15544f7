package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of the layers when those are gone that compute nothing, and what their readers read instead. */
final class SimplificationTest {
    private static NetworkLayers network(UnaryOperator<NetworkLayersBuilder> layers) {
        return layers.apply(NetworkLayers.of(Shape.image(2, 4, 4)).block("only"))
                .crossEntropy();
    }

    /** {@code fc2[drop1]}: a layer with what it reads, written as the operations that follow from it will read it. */
    private static List<String> left(Mode mode, NetworkLayers network) {
        Simplification simple = Simplification.of(network, mode);
        return IntStream.range(0, network.blocks().size())
                .mapToObj(simple::block)
                .flatMap(List::stream)
                .map(node ->
                        node.name() + node.inputs().stream().map(simple::value).toList())
                .toList();
    }

    @Test
    void flatteningIdentityAndDropoutOfNothingAreGone() {
        NetworkLayers network = network(layers -> layers.batchNorm("norm", 1e-5, 0.1)
                .identity("same")
                .dropout("drop", 0)
                .flatten("flat")
                .linear("fc", 2));

        assertThat(left(Mode.TRAINING, network)).containsExactly("norm[images]", "fc[norm]");
        assertThat(left(Mode.INFERENCE, network)).containsExactly("norm[images]", "fc[norm]");
    }

    @Test
    void aNetworkMayEndInWhatIsGone() {
        NetworkLayers network =
                network(layers -> layers.globalAveragePool("pool").flatten("flat"));

        assertThat(Simplification.of(network, Mode.TRAINING).output("flat")).isEqualTo("pool");
    }

    @Test
    void dropoutIsGoneAtInference() {
        NetworkLayers network = network(layers -> layers.dropout("drop", 0.5).add("sum", Value.IMAGES, "drop"));

        assertThat(left(Mode.TRAINING, network)).containsExactly("drop[images]", "sum[images, drop]");
        assertThat(left(Mode.INFERENCE, network)).containsExactly("sum[images, images]");
    }

    @Test
    void dropoutMovesBehindTheRectifierThatReadsIt() {
        NetworkLayers network = network(layers -> layers.linear("fc1", 4)
                .dropout("drop", 0.5)
                .relu("relu")
                .linear("fc2", 2)
                .from("relu")
                .linear("fc3", 2)
                .add("sum", "fc2", "fc3"));

        assertThat(left(Mode.TRAINING, network))
                .containsExactly("fc1[images]", "relu[fc1]", "drop[relu]", "fc2[drop]", "fc3[drop]", "sum[fc2, fc3]");
        assertThat(left(Mode.INFERENCE, network))
                .containsExactly("fc1[images]", "relu[fc1]", "fc2[relu]", "fc3[relu]", "sum[fc2, fc3]");
    }

    @Test
    void dropoutMovesBehindARectifierThatEndsTheNetwork() {
        NetworkLayers network =
                network(layers -> layers.linear("fc1", 4).dropout("drop", 0.5).relu("relu"));

        assertThat(left(Mode.TRAINING, network)).containsExactly("fc1[images]", "relu[fc1]", "drop[relu]");
        assertThat(Simplification.of(network, Mode.TRAINING).output("relu")).isEqualTo("drop");
        assertThat(Simplification.of(network, Mode.INFERENCE).output("relu")).isEqualTo("relu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "flat"})
    void dropoutThatAnotherLayerReadsStaysBeforeTheRectifier(String alsoRead) {
        NetworkLayers network = network(layers -> layers.linear("fc1", 4)
                .dropout("drop", 0.5)
                .flatten("flat")
                .relu("relu")
                .add("sum", "relu", alsoRead));

        assertThat(left(Mode.TRAINING, network))
                .containsExactly("fc1[images]", "drop[fc1]", "relu[drop]", "sum[relu, drop]");
    }

    @Test
    void dropoutThatALossReadsStaysBeforeTheRectifier() {
        NetworkLayers network = network(layers -> layers.linear("fc1", 4)
                .dropout("drop", 0.5)
                .auxiliaryHead("drop", 0.3)
                .relu("relu"));

        assertThat(left(Mode.TRAINING, network)).containsExactly("fc1[images]", "drop[fc1]", "relu[drop]");
    }

    @Test
    void inferenceLeavesOutWhatOnlyAHeadNeeds() {
        NetworkLayers network = network(layers -> layers.linear("fc1", 4)
                .linear("aux_fc1", 4)
                .linear("aux_fc2", 2)
                .auxiliaryHead("aux_fc2", 0.3)
                .from("fc1")
                .linear("fc2", 2));

        assertThat(left(Mode.TRAINING, network))
                .containsExactly("fc1[images]", "aux_fc1[fc1]", "aux_fc2[aux_fc1]", "fc2[fc1]");
        assertThat(left(Mode.INFERENCE, network)).containsExactly("fc1[images]", "fc2[fc1]");
    }
}
