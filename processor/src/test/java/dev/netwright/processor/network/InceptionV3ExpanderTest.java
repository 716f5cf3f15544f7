package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.check.WindowFitsInput;
import dev.netwright.processor.declaration.InceptionV3Declaration;
import dev.netwright.processor.declaration.WidthFactor;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parameters are those of {@code torchvision.models.inception_v3()}, with and without its auxiliary classifier. */
final class InceptionV3ExpanderTest {
    private static final InceptionV3Declaration WITH_HEAD =
            inception(299, 1, new InceptionV3Declaration.Auxiliary(as(0.4), NOWHERE));

    private static InceptionV3Declaration inception(int side, double width, InceptionV3Declaration.Auxiliary... heads) {
        return new InceptionV3Declaration(
                images(3, side, side),
                written(1000),
                new WidthFactor(as(width)),
                as(modules(32, 64, 64)),
                as(modules(128, 160, 160, 192)),
                written(2),
                as(List.of(heads)),
                as(0.5),
                batchNorm(1e-3, 0.1, "UNBIASED"),
                loss("CROSS_ENTROPY"),
                NOWHERE);
    }

    private static List<InceptionV3Declaration.Module> modules(int... channels) {
        return IntStream.of(channels)
                .mapToObj(count -> new InceptionV3Declaration.Module(written(count)))
                .toList();
    }

    @Test
    void hasThePublishedNumberOfParameters() {
        assertThat(shaped(WITH_HEAD).parameterCount()).isEqualTo(27_161_264L);
        assertThat(shaped(inception(299, 1)).parameterCount()).isEqualTo(23_834_568L);
    }

    @Test
    void theSizesOfItsMapsAreThoseOfThePaper() {
        ShapedNetwork network = shaped(WITH_HEAD);

        assertThat(List.of(
                        "pool2",
                        "mixed5d_join",
                        "mixed6a_join",
                        "mixed6e_join",
                        "aux1_conv0",
                        "mixed7a_join",
                        "mixed7c_join"))
                .extracting(name -> network.shapeOf(name).toString())
                .containsExactly("192x35x35", "288x35x35", "768x17x17", "768x17x17", "128x5x5", "1280x8x8", "2048x8x8");
    }

    @Test
    void aRowAndAColumnReadTheSameValuesInModuleE() {
        NetworkGraph graph = InceptionV3Expander.expand(WITH_HEAD);

        assertThat(node(graph, "mixed7b_3x3_2a").inputs()).containsExactly("mixed7b_3x3_1_relu");
        assertThat(node(graph, "mixed7b_3x3_2b").inputs()).containsExactly("mixed7b_3x3_1_relu");
        assertThat(node(graph, "mixed7b_3x3_2a").layer())
                .isEqualTo(new Convolution.Form(384, Window.of(1, 3, 1, 1, 0, 1), 1, false));
        assertThat(node(graph, "mixed7b_join").inputs())
                .containsExactly(
                        "mixed7b_1x1_relu",
                        "mixed7b_3x3_2a_relu",
                        "mixed7b_3x3_2b_relu",
                        "mixed7b_3x3dbl_3a_relu",
                        "mixed7b_3x3dbl_3b_relu",
                        "mixed7b_pool_project_relu");
    }

    @Test
    void branchesAverageWhereTheSizeStaysAndTakeTheMaximumWhereItHalves() {
        NetworkGraph graph = InceptionV3Expander.expand(WITH_HEAD);

        assertThat(node(graph, "mixed6b_pool").layer())
                .isEqualTo(new Pool.Form(PoolKind.AVERAGE, Window.square(3, 1, 1)));
        assertThat(node(graph, "mixed6a_pool").layer()).isEqualTo(new Pool.Form(PoolKind.MAX, Window.square(3, 2, 0)));
        assertThat(node(graph, "mixed6a_join").inputs())
                .containsExactly("mixed6a_3x3_relu", "mixed6a_3x3dbl_3_relu", "mixed6a_pool");
    }

    /** 74 pixels leave 2 of them for the windows of the three branches of module D. */
    @Test
    void ofParallelBranchesThatDontFitTheFirstIsReported() {
        assertThat(new WindowFitsInput().check(shaped(inception(74, 1))).findings())
                .hasSize(1);
        assertThat(new WindowFitsInput().check(shaped(inception(75, 1))).isClean())
                .isTrue();
    }

    private static ShapedNetwork shaped(InceptionV3Declaration inception) {
        return ShapeInference.infer(InceptionV3Expander.expand(inception));
    }

    private static Node node(NetworkGraph graph, String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
