package dev.netwright.runtime.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkStructureTest {
    private static final List<Integer> IMAGES = List.of(3, 8, 8);
    private static final NetworkStructure BRANCHES = NetworkStructure.of(
            "Net",
            NetworkLayers.of(Shape.image(3, 8, 8))
                    .block("body")
                    .convolution("conv", 4, Window.of(3, 1, 1, 1, 1, 0))
                    .activation("relu", ActivationFunction.RELU)
                    .add("sum", "relu", "conv")
                    .block("classifier")
                    .linear("fc", 10)
                    .crossEntropy());

    @Test
    void blocksAndLayersStandInOrder() {
        assertThat(BRANCHES.name()).isEqualTo("Net");
        assertThat(BRANCHES.images()).isEqualTo(IMAGES);
        assertThat(BRANCHES.blocks()).extracting(BlockFacts::name).containsExactly("body", "classifier");
        assertThat(BRANCHES.layers()).extracting(LayerFacts::name).containsExactly("conv", "relu", "sum", "fc");
        assertThat(BRANCHES.blocks().get(0).output()).containsExactly(4, 8, 8);
        assertThat(BRANCHES.blocks().get(1).input()).containsExactly(4, 8, 8);
        assertThat(BRANCHES.output()).containsExactly(10);
        assertThat(BRANCHES.parameters()).isEqualTo(2610);
        assertThat(BRANCHES.multiplyAdds()).isEqualTo(5130);
    }

    @Test
    void aLayerHasEveryFact() {
        assertThat(BRANCHES.layers().findFirst())
                .contains(new LayerFacts(
                        "conv",
                        "Conv2d",
                        List.of(3, 1),
                        List.of(new LayerFacts.Input(NetworkStructure.IMAGES, IMAGES)),
                        List.of(4, 8, 8),
                        40,
                        2560,
                        3));
    }

    @Test
    void aLayerOfTwoInputsNamesBoth() {
        LayerFacts sum = BRANCHES.blocks().get(0).layers().get(2);

        assertThat(sum.kind()).isEqualTo("Add");
        assertThat(sum.inputs())
                .containsExactly(
                        new LayerFacts.Input("relu", List.of(4, 8, 8)), new LayerFacts.Input("conv", List.of(4, 8, 8)));
        assertThat(sum.kernel()).isEmpty();
        assertThat(sum.output()).containsExactly(4, 8, 8);
        assertThat(sum.receptiveField()).isEqualTo(3);
    }
}
