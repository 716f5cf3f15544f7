package dev.netwright.processor.network;

import static dev.netwright.processor.network.BranchedNetworks.googLeNet;
import static dev.netwright.processor.network.BranchedNetworks.normalizedGoogLeNet;
import static dev.netwright.processor.network.BranchedNetworks.pool;
import static dev.netwright.processor.network.BranchedNetworks.runningStatistics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.processor.declaration.InceptionDeclaration;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parameters and multiply-adds are torchinfo's ({@code summary(net, (1, c, h, w)).total_params, .total_mult_adds}) for
 * the same layers in PyTorch, including auxiliary classifiers.
 */
final class InceptionExpanderTest {
    private static final InceptionDeclaration D2L = googLeNet(96, pool(3, 1, false));

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of("d2l.ai", D2L, 5_977_530L, 0L, 276_658_874L, 715L),
                Arguments.of("first pool 2x2", googLeNet(227, pool(2, 0, false)), 5_977_530L, 0L, 1_670_910_922L, 713L),
                Arguments.of("norm, 150", normalizedGoogLeNet(150), 13_351_716L, 15_052L, 1_584_384_516L, 715L),
                Arguments.of("norm, 160", normalizedGoogLeNet(160), 13_385_816L, 15_072L, 1_591_064_216L, 715L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void hasThePublishedCounts(
            String name,
            InceptionDeclaration inception,
            long parameters,
            long statistics,
            long multiplyAdds,
            long field) {
        ShapedNetwork network = ShapeInference.infer(InceptionExpander.expand(inception));

        assertThat(network.misfit()).isEmpty();
        assertThat(network.parameterCount()).isEqualTo(parameters);
        assertThat(runningStatistics(network)).isEqualTo(statistics);
        assertThat(network.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(network.receptiveField()).isEqualTo(field);
    }

    /** The sides after conv1 and each pool, as published. */
    @Test
    void poolsRoundSizesDownOrUp() {
        assertThat(sides(D2L)).containsExactly(48, 24, 12, 6, 3);
        assertThat(sides(googLeNet(227, pool(2, 0, false)))).containsExactly(114, 57, 29, 15, 8);
        assertThat(sides(normalizedGoogLeNet(160))).containsExactly(112, 56, 28, 14, 7);
    }

    private static Stream<Integer> sides(InceptionDeclaration inception) {
        ShapedNetwork network = ShapeInference.infer(InceptionExpander.expand(inception));
        return Stream.of("conv1", "pool1", "pool2", "pool3", "pool4")
                .map(name -> network.shapeOf(name).height());
    }

    @ParameterizedTest
    @CsvSource({"3a, 256", "3b, 480", "4a, 512", "4b, 512", "4c, 512", "4d, 528", "4e, 832", "5a, 832", "5b, 1024"})
    void modulesHaveTheChannelsOfThePapersTable(String module, int channels) {
        ShapedNetwork network = ShapeInference.infer(InceptionExpander.expand(D2L));

        assertThat(network.shapeOf("inception" + module + "_join").channels()).isEqualTo(channels);
    }

    @Test
    void aModuleJoinsItsBranchesInThePapersOrder() {
        NetworkGraph graph = InceptionExpander.expand(D2L);

        assertThat(node(graph, "inception4b_join").inputs())
                .containsExactly(
                        "inception4b_1x1_relu",
                        "inception4b_3x3_relu",
                        "inception4b_5x5_relu",
                        "inception4b_pool_project_relu");
        assertThat(Stream.of("_1x1", "_reduce3x3", "_reduce5x5", "_pool")
                        .map(branch -> node(graph, "inception4b" + branch).input()))
                .containsOnly("inception4a_join");
    }

    @Test
    void auxiliaryClassifiersReadTheirModulesAndNothingReadsThem() {
        NetworkGraph graph = InceptionExpander.expand(normalizedGoogLeNet(160));
        ShapedNetwork network = ShapeInference.infer(graph);

        assertThat(graph.auxiliaryHeads())
                .containsExactly(new AuxiliaryHead("aux1_fc2", 0.3), new AuxiliaryHead("aux2_fc2", 0.3));
        assertThat(graph.output()).isEqualTo("fc");
        assertThat(node(graph, "aux1_pool").input()).isEqualTo("inception4a_join");
        assertThat(node(graph, "aux2_pool").input()).isEqualTo("inception4d_join");
        assertThat(node(graph, "inception4b_1x1").input()).isEqualTo("inception4a_join");
        assertThat(network.trail("aux2_fc2"))
                .endsWith("-> inception4d_1x1 112x14x14 -> inception4d_join 528x14x14"
                        + " -> aux2_pool 528x4x4 -> aux2_conv 128x4x4 -> aux2_fc1 1024 -> aux2_fc2 1000");
        assertThat(graph.nodes().filter(node -> !node.name().startsWith("aux")).flatMap(node -> node.inputs().stream()))
                .noneMatch(input -> input.startsWith("aux"));
    }

    @Test
    void anAuxiliaryClassifierAfterTheLastModuleOfAStageReadsTheInputOfThePool() {
        NetworkGraph graph = InceptionExpander.expand(BranchedNetworks.smallInceptionWithHead());

        assertThat(node(graph, "aux1_pool").input()).isEqualTo("inception3a_join");
        assertThat(node(graph, "pool3").input()).isEqualTo("inception3a_join");
        assertThat(node(graph, "pool4").input()).isEqualTo("pool3");
    }

    @Test
    void convolutionsHaveABiasOrABatchNorm() {
        assertThat(convolutions(D2L)).allMatch(Convolution.Form::hasBias);
        assertThat(convolutions(normalizedGoogLeNet(160))).noneMatch(Convolution.Form::hasBias);
    }

    @Test
    void dropoutComesBeforeTheClassifier() {
        NetworkGraph graph = InceptionExpander.expand(normalizedGoogLeNet(160));

        assertThat(node(graph, "fc").input()).isEqualTo("drop");
        assertThat(node(graph, "drop").layer()).isEqualTo(new Dropout.Form(0.4));
        assertThat(ShapeInference.infer(graph).shapeOf("drop")).isEqualTo(Shape.features(1024));
        assertThat(InceptionExpander.expand(D2L).nodes().map(Node::name)).doesNotContain("drop");
    }

    private static Stream<Convolution.Form> convolutions(InceptionDeclaration inception) {
        return InceptionExpander.expand(inception)
                .nodes()
                .map(Node::layer)
                .filter(Convolution.Form.class::isInstance)
                .map(Convolution.Form.class::cast);
    }

    private static Node node(NetworkGraph graph, String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
