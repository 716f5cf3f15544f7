package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.MobileNetV3Declaration;
import dev.netwright.processor.declaration.WidthFactor;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters are those of {@code torchvision.models.mobilenet_v3_small(width_mult=...)} and {@code mobilenet_v3_large}. */
final class MobileNetV3ExpanderTest {
    private static NetworkGraph graph(String variant, double width) {
        return MobileNetV3Expander.expand(new MobileNetV3Declaration(
                images(3, 224, 224),
                written(1000),
                as(variant),
                new WidthFactor(as(width)),
                as(0.2),
                batchNorm(0.001, 0.01, "UNBIASED"),
                loss("CROSS_ENTROPY")));
    }

    @ParameterizedTest
    @CsvSource({"SMALL, 1, 2542856", "LARGE, 1, 5483032", "SMALL, 0.75, 1653920", "LARGE, 0.35, 997064"})
    void hasTorchvisionsNumberOfParameters(String variant, double width, long parameters) {
        assertThat(ShapeInference.infer(graph(variant, width)).parameterCount()).isEqualTo(parameters);
    }

    @Test
    void squeezeAndExcitationFollowsTheDepthwiseConvolutionWithAQuarterOfItsChannelsInEights() {
        NetworkGraph graph = graph("LARGE", 1);
        ShapedNetwork network = ShapeInference.infer(graph);

        assertThat(graph.blocks().stream()
                        .filter(block -> block.name().equals("bneck4"))
                        .flatMap(block -> block.nodes().stream())
                        .map(Node::name))
                .containsExactly(
                        "bneck4.expand",
                        "bneck4.expand_norm",
                        "bneck4.expand_relu",
                        "bneck4.depthwise",
                        "bneck4.depthwise_norm",
                        "bneck4.depthwise_relu",
                        "bneck4.se_avgpool",
                        "bneck4.se_fc1",
                        "bneck4.se_fc1_relu",
                        "bneck4.se_fc2",
                        "bneck4.se_fc2_hard_sigmoid",
                        "bneck4.se_product",
                        "bneck4.project",
                        "bneck4.project_norm");
        assertThat(network.shapeOf("bneck4.depthwise").channels()).isEqualTo(72);
        assertThat(network.shapeOf("bneck4.se_fc1").channels()).isEqualTo(24);
    }
}
