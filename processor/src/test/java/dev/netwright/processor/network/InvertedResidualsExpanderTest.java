package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.InvertedResidualsDeclaration;
import dev.netwright.processor.declaration.WidthFactor;
import dev.netwright.processor.shape.ShapeInference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters are those of {@code torchvision.models.mnasnet0_5()}, {@code mnasnet1_0()} and {@code mobilenet_v2()}. */
final class InvertedResidualsExpanderTest {
    private static InvertedResidualsDeclaration mnasnet(double width) {
        return new InvertedResidualsDeclaration(
                images(3, 224, 224),
                written(1000),
                new WidthFactor(as(width)),
                written(32),
                as(List.of(
                        stage(1, 16, 1, 3, 1),
                        stage(3, 24, 3, 3, 2),
                        stage(3, 40, 3, 5, 2),
                        stage(3, 80, 6, 5, 2),
                        stage(2, 96, 6, 3, 1),
                        stage(4, 192, 6, 5, 2),
                        stage(1, 320, 6, 3, 1))),
                written(1280),
                as(0.2),
                batchNorm(1e-5, 3e-4, "UNBIASED"),
                loss("CROSS_ENTROPY"));
    }

    private static InvertedResidualsDeclaration.Stage stage(
            int blocks, int channels, int expansion, int kernel, int stride) {
        return new InvertedResidualsDeclaration.Stage(
                written(blocks), written(channels), written(expansion), written(kernel), written(stride), NOWHERE);
    }

    @Test
    void mnasnetHasThePublishedNumberOfParameters() {
        assertThat(ShapeInference.infer(InvertedResidualsExpander.mnasnet(mnasnet(1)))
                        .parameterCount())
                .isEqualTo(4_383_312L);
        assertThat(ShapeInference.infer(InvertedResidualsExpander.mnasnet(mnasnet(0.5)))
                        .parameterCount())
                .isEqualTo(2_218_512L);
    }

    @Test
    void aBlockExpandsConvolvesEachChannelAndProjectsWithoutReluAtItsEnd() {
        NetworkGraph graph = InvertedResidualsExpander.mnasnet(mnasnet(1));

        assertThat(names(graph, "stage3.1"))
                .containsExactly(
                        "stage3.1.expand",
                        "stage3.1.expand_norm",
                        "stage3.1.expand_relu",
                        "stage3.1.depthwise",
                        "stage3.1.depthwise_norm",
                        "stage3.1.depthwise_relu",
                        "stage3.1.project",
                        "stage3.1.project_norm",
                        "stage3.1.sum");
        assertThat(node(graph, "stage3.1.depthwise").layer())
                .isEqualTo(new Convolution.Form(120, Window.square(5, 1, 2), 120, false));
        assertThat(node(graph, "stage3.1.sum").inputs())
                .containsExactly("stage3.1.project_norm", "stage3.0.project_norm");
    }

    @Test
    void aBlockWithoutExpansionIsASeparableConvolutionEvenIfItKeepsTheShape() {
        NetworkGraph graph = InvertedResidualsExpander.mnasnet(mnasnet(0.25));

        assertThat(names(graph, "stage1.0"))
                .startsWith("stage1.0.depthwise")
                .doesNotContain("stage1.0.expand", "stage1.0.sum");
        assertThat(ShapeInference.infer(graph).shapeOf("stage1.0.project"))
                .isEqualTo(ShapeInference.infer(graph).shapeOf("conv1"));
    }

    private static InvertedResidualsDeclaration mobileNetV2(double width) {
        return new InvertedResidualsDeclaration(
                images(3, 224, 224),
                written(1000),
                new WidthFactor(as(width)),
                written(32),
                as(List.of(
                        stage(1, 16, 1, 3, 1),
                        stage(2, 24, 6, 3, 2),
                        stage(3, 32, 6, 3, 2),
                        stage(4, 64, 6, 3, 2),
                        stage(3, 96, 6, 3, 1),
                        stage(3, 160, 6, 3, 2),
                        stage(1, 320, 6, 3, 1))),
                written(1280),
                as(0.2),
                batchNorm(),
                loss("CROSS_ENTROPY"));
    }

    /** Of {@code torchvision.models.MobileNetV2(width_mult=...)}. */
    @Test
    void mobileNetV2HasThePublishedNumberOfParametersInEachWidth() {
        assertThat(ShapeInference.infer(InvertedResidualsExpander.mobileNetV2(mobileNetV2(1)))
                        .parameterCount())
                .isEqualTo(3_504_872L);
        assertThat(ShapeInference.infer(InvertedResidualsExpander.mobileNetV2(mobileNetV2(0.5)))
                        .parameterCount())
                .isEqualTo(1_968_680L);
        assertThat(ShapeInference.infer(InvertedResidualsExpander.mobileNetV2(mobileNetV2(1.4)))
                        .parameterCount())
                .isEqualTo(6_108_776L);
    }

    @Test
    void mobileNetV2HasRelu6AndAddsTheInputOfEachBlockThatKeepsTheShape() {
        NetworkGraph graph = InvertedResidualsExpander.mobileNetV2(mobileNetV2(0.25));

        assertThat(names(graph, "stage1.0")).contains("stage1.0.depthwise_relu6", "stage1.0.sum");
        assertThat(names(graph, "stage2.0")).doesNotContain("stage2.0.sum");
    }

    private static List<String> names(NetworkGraph graph, String block) {
        return graph.blocks().stream()
                .filter(candidate -> candidate.name().equals(block))
                .flatMap(candidate -> candidate.nodes().stream())
                .map(Node::name)
                .toList();
    }

    private static Node node(NetworkGraph graph, String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
