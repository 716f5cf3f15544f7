package dev.netwright.processor.network;

import static dev.netwright.processor.network.BranchedNetworks.denseNet;
import static dev.netwright.processor.network.BranchedNetworks.plainDenseNet;
import static dev.netwright.processor.network.BranchedNetworks.runningStatistics;
import static dev.netwright.processor.network.BranchedNetworks.withCompression;
import static dev.netwright.processor.network.SampleNetworks.images;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.DenseNetDeclaration;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parameters and multiply-adds are torchinfo's ({@code summary(net, (1, c, h, w)).total_params, .total_mult_adds}) of the same
 * layers in PyTorch; those for ImageNet are of {@code torchvision.models.densenet121()}.
 */
final class DenseNetExpanderTest {
    private static final DenseNetDeclaration D2L = plainDenseNet(images(1, 96, 96));

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of("d2l.ai", D2L, 758_226L, 6_608L, 129_404_906L, 519L),
                Arguments.of("121", denseNet(6, 12, 24, 16), 7_978_856L, 83_648L, 2_834_246_312L, 2_071L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void hasThePublishedCounts(
            String name,
            DenseNetDeclaration denseNet,
            long parameters,
            long statistics,
            long multiplyAdds,
            long field) {
        ShapedNetwork network = ShapeInference.infer(DenseNetExpander.expand(denseNet));

        assertThat(network.misfit()).isEmpty();
        assertThat(network.parameterCount()).isEqualTo(parameters);
        assertThat(runningStatistics(network)).isEqualTo(statistics);
        assertThat(network.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(network.receptiveField()).isEqualTo(field);
    }

    @Test
    void transitionsHalveTheChannelsAndTheSide() {
        assertThat(ShapeInference.infer(DenseNetExpander.expand(D2L)).trail("dense3_1_join"))
                .isEqualTo("input 1x96x96 -> conv1 64x48x48 -> pool1 64x24x24 -> dense1_1_join 96x24x24"
                        + " -> dense1_2_join 128x24x24 -> dense1_3_join 160x24x24 -> dense1_4_join 192x24x24"
                        + " -> transition1_conv1 96x24x24 -> transition1_pool 96x12x12 -> dense2_1_join 128x12x12"
                        + " -> dense2_2_join 160x12x12 -> dense2_3_join 192x12x12 -> dense2_4_join 224x12x12"
                        + " -> transition2_conv1 112x12x12 -> transition2_pool 112x6x6 -> dense3_1_join 144x6x6");
    }

    @Test
    void aLayerJoinsItsInputAndItsOutput() {
        NetworkGraph graph = DenseNetExpander.expand(D2L);

        assertThat(names(graph, "dense2_3"))
                .containsExactly("dense2_3_norm1", "dense2_3_norm1_relu", "dense2_3_conv1", "dense2_3_join");
        assertThat(node(graph, "dense2_3_norm1").inputs()).containsExactly("dense2_2_join");
        assertThat(node(graph, "dense2_3_join").inputs()).containsExactly("dense2_2_join", "dense2_3_conv1");
        assertThat(node(graph, "dense2_3_norm1").parameterPrefix()).isEqualTo("dense2_3_norm1");
    }

    @Test
    void aBottleneckComesBeforeThe3x3Convolution() {
        NetworkGraph graph = DenseNetExpander.expand(denseNet(6, 12, 24, 16));

        assertThat(names(graph, "dense1_1"))
                .containsExactly(
                        "dense1_1_norm1",
                        "dense1_1_norm1_relu",
                        "dense1_1_conv1",
                        "dense1_1_norm2",
                        "dense1_1_norm2_relu",
                        "dense1_1_conv2",
                        "dense1_1_join");
        assertThat(node(graph, "dense1_1_conv1").layer())
                .isEqualTo(new Convolution.Form(128, Window.square(1, 1, 0), 1, false));
        assertThat(node(graph, "dense1_1_conv2").layer())
                .isEqualTo(new Convolution.Form(32, Window.square(3, 1, 1), 1, false));
    }

    @Test
    void theLastBlockHasNoTransitionButANorm() {
        NetworkGraph graph = DenseNetExpander.expand(D2L);

        assertThat(graph.blocks().stream().map(Block::name).filter(name -> name.startsWith("transition")))
                .containsExactly("transition1", "transition2", "transition3");
        assertThat(names(graph, "classifier")).containsExactly("norm5", "norm5_relu", "pool5", "flatten", "fc");
    }

    /** 192 channels come out of the first block of four layers. */
    @ParameterizedTest
    @CsvSource({"1, 192", "0.5, 96", "0.999, 191", "0.29, 55", "1e-9, 1"})
    void compressionIsRoundedDownButLeavesAChannel(double compression, int channels) {
        ShapedNetwork network = ShapeInference.infer(DenseNetExpander.expand(withCompression(D2L, compression)));

        assertThat(network.shapeOf("transition1_conv1").channels()).isEqualTo(channels);
    }

    /** Of 64 + 4 * 9 channels, 0.29 are 28.999999999999996 in binary. */
    @Test
    void compressionIsTheDecimalNumberThatIsWritten() {
        ShapedNetwork network = ShapeInference.infer(
                DenseNetExpander.expand(BranchedNetworks.withGrowth(withCompression(D2L, 0.29), 9)));

        assertThat(network.shapeOf("transition1_conv1").channels()).isEqualTo(29);
    }

    private static Stream<String> names(NetworkGraph graph, String block) {
        return graph.blocks().stream()
                .filter(candidate -> candidate.name().equals(block))
                .flatMap(candidate -> candidate.nodes().stream())
                .map(Node::name);
    }

    private static Node node(NetworkGraph graph, String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
