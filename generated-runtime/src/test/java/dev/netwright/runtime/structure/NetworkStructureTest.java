package dev.netwright.runtime.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkStructureTest {
    private static final List<Integer> IMAGES = List.of(3, 8, 8);
    private static final String BRANCHES = """
        body
            conv Conv2d 3x1 . 4x8x8 40 2560 3
            relu ReLU - . . 0 0 3
            sum Add - relu,conv . 0 0 3
        classifier
            fc Linear - . 10 2570 2570 3
        """;

    private static NetworkStructure parse(String list) {
        return NetworkStructure.parse("Net", IMAGES, list);
    }

    @Test
    void blocksAndLayersAreReadInOrder() {
        NetworkStructure network = parse(BRANCHES);

        assertThat(network.blocks()).extracting(BlockFacts::name).containsExactly("body", "classifier");
        assertThat(network.layers()).extracting(LayerFacts::name).containsExactly("conv", "relu", "sum", "fc");
        assertThat(network.blocks().get(0).output()).containsExactly(4, 8, 8);
        assertThat(network.blocks().get(1).input()).containsExactly(4, 8, 8);
        assertThat(network.output()).containsExactly(10);
        assertThat(network.parameters()).isEqualTo(2610);
        assertThat(network.multiplyAdds()).isEqualTo(5130);
    }

    @Test
    void aLayerHasEveryFactOfItsLine() {
        assertThat(parse(BRANCHES).layers().findFirst())
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
    void aDotIsTheLayerBeforeAndTheShapeOfTheFirstInput() {
        LayerFacts sum = parse(BRANCHES).blocks().get(0).layers().get(2);

        assertThat(sum.inputs())
                .containsExactly(
                        new LayerFacts.Input("relu", List.of(4, 8, 8)), new LayerFacts.Input("conv", List.of(4, 8, 8)));
        assertThat(sum.kernel()).isEmpty();
        assertThat(sum.output()).containsExactly(4, 8, 8);
    }

    @Test
    void aLineThatIsNoLayerIsNamed() {
        assertThatThrownBy(() -> parse("body\n  conv Conv2d 3x3 . 4x8x8 40 2560\n"))
                .hasMessage("unreadable layer \"conv Conv2d 3x3 . 4x8x8 40 2560\": it has 7 fields instead of 8");
        assertThatThrownBy(() -> parse("body\n  sum Add - before,images . 0 0 1\n"))
                .hasMessage(
                        "unreadable layer \"sum Add - before,images . 0 0 1\": no layer or image before it is called"
                                + " before");
        assertThatThrownBy(() -> parse("body\n  a ReLU - . . 0 0 1\n  a ReLU - . . 0 0 1\n"))
                .hasMessage("unreadable layer \"a ReLU - . . 0 0 1\": a layer before it is called a too");
        assertThatThrownBy(() -> parse("body\n  a ReLU - . 4xx8 0 0 1\n"))
                .hasMessageStartingWith("unreadable layer \"a ReLU - . 4xx8 0 0 1\"");
    }

    @Test
    void aListWithoutABlockOrALayerIsRefused() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("body\n")).hasMessageContaining("must begin with a block and end with a layer");
        assertThatThrownBy(() -> parse("  a ReLU - . . 0 0 1\n"))
                .hasMessageContaining("must begin with a block and end with a layer");
    }
}
