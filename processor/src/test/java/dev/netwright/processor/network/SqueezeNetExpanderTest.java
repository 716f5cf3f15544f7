package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.convolution;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.SqueezeNetDeclaration;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters and multiply-adds are torchinfo's of {@code torchvision.models.squeezenet1_0()} and {@code squeezenet1_1()}. */
final class SqueezeNetExpanderTest {
    private static final SqueezeNetDeclaration VERSION_1_0 = new SqueezeNetDeclaration(
            images(3, 224, 224),
            written(1000),
            convolution(96, 7, 2, 0),
            as(List.of(
                    stage(fire(16, 64), fire(16, 64), fire(32, 128)),
                    stage(fire(32, 128), fire(48, 192), fire(48, 192), fire(64, 256)),
                    stage(fire(64, 256)))),
            as(0.5),
            true,
            loss("CROSS_ENTROPY"));
    private static final SqueezeNetDeclaration VERSION_1_1 = new SqueezeNetDeclaration(
            images(3, 224, 224),
            written(1000),
            convolution(64, 3, 2, 0),
            as(List.of(
                    stage(fire(16, 64), fire(16, 64)),
                    stage(fire(32, 128), fire(32, 128)),
                    stage(fire(48, 192), fire(48, 192), fire(64, 256), fire(64, 256)))),
            as(0.0),
            false,
            loss("CROSS_ENTROPY"));

    private static SqueezeNetDeclaration.Stage stage(SqueezeNetDeclaration.Fire... fires) {
        return new SqueezeNetDeclaration.Stage(as(List.of(fires)), NOWHERE);
    }

    private static SqueezeNetDeclaration.Fire fire(int squeeze, int expand) {
        return new SqueezeNetDeclaration.Fire(written(squeeze), written(expand), written(expand), NOWHERE);
    }

    @Test
    void bothVersionsHaveThePublishedNumberOfParameters() {
        assertThat(shaped(VERSION_1_0).parameterCount()).isEqualTo(1_248_424L);
        assertThat(shaped(VERSION_1_1).parameterCount()).isEqualTo(1_235_496L);
    }

    @Test
    void poolsHaveTheNumberOfTheLayerBeforeThemAndRoundUp() {
        ShapedNetwork network = shaped(VERSION_1_0);

        assertThat(List.of("conv1", "pool1", "pool4", "pool8", "conv10", "pool10"))
                .extracting(name -> network.shapeOf(name).toString())
                .containsExactly("96x109x109", "96x54x54", "256x27x27", "512x13x13", "1000x13x13", "1000x1x1");
        assertThat(names(VERSION_1_1)).contains("pool1", "pool3", "pool5", "conv10", "pool10");
    }

    @Test
    void bothExpandingConvolutionsReadTheSqueezedChannels() {
        NetworkGraph graph = SqueezeNetExpander.expand(VERSION_1_0);

        assertThat(node(graph, "fire2_expand1x1").inputs()).containsExactly("fire2_squeeze_relu");
        assertThat(node(graph, "fire2_expand3x3").inputs()).containsExactly("fire2_squeeze_relu");
        assertThat(node(graph, "fire2_join").inputs()).containsExactly("fire2_expand1x1_relu", "fire2_expand3x3_relu");
    }

    @Test
    void dropoutAndReluOnTheClassMapsCanBeOmitted() {
        assertThat(names(VERSION_1_0)).contains("drop9", "conv10_relu");
        assertThat(names(VERSION_1_1)).doesNotContain("drop9", "conv10_relu");
    }

    private static ShapedNetwork shaped(SqueezeNetDeclaration squeezeNet) {
        return ShapeInference.infer(SqueezeNetExpander.expand(squeezeNet));
    }

    private static List<String> names(SqueezeNetDeclaration squeezeNet) {
        return SqueezeNetExpander.expand(squeezeNet).nodes().map(Node::name).toList();
    }

    private static Node node(NetworkGraph graph, String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
