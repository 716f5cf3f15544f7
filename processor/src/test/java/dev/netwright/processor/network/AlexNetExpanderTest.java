package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.convolution;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.lrn;
import static dev.netwright.processor.network.SampleNetworks.maxPool;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.AlexNetDeclaration;
import dev.netwright.processor.declaration.InputDeclaration;
import dev.netwright.processor.declaration.LocalResponseNormDeclaration;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parameters and multiply-adds are torchinfo's ({@code summary(net, (1, c, h, w)).total_params, .total_mult_adds}) of the same
 * layers in PyTorch; 62,378,344 is the well-known number of parameters of AlexNet in one tower.
 */
final class AlexNetExpanderTest {
    private static AlexNetDeclaration alexNet(
            InputDeclaration input,
            int classes,
            int padding,
            List<LocalResponseNormDeclaration> lrn,
            String dropoutPlace) {
        return new AlexNetDeclaration(
                input,
                written(classes),
                loss("CROSS_ENTROPY"),
                convolution(96, 11, 4, padding),
                as(lrn),
                maxPool(3, 2),
                convolution(256, 5, 1, 2),
                as(lrn),
                maxPool(3, 2),
                convolution(384, 3, 1, 1),
                convolution(384, 3, 1, 1),
                convolution(256, 3, 1, 1),
                maxPool(3, 2),
                as(hidden(0.5, 4096, 4096)),
                as(dropoutPlace));
    }

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(
                        "224, pad 1",
                        alexNet(images(1, 224, 224), 10, 1, List.of(), "AFTER_ACTIVATION"),
                        46_764_746L,
                        938_754_826L),
                Arguments.of(
                        "227, pad 0",
                        alexNet(images(1, 227, 227), 10, 0, List.of(), "BEFORE_ACTIVATION"),
                        58_299_082L,
                        1_061_582_538L),
                Arguments.of(
                        "ImageNet",
                        alexNet(images(3, 227, 227), 1000, 0, List.of(lrn()), "AFTER_ACTIVATION"),
                        62_378_344L,
                        1_135_915_368L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void hasThePublishedCounts(String name, AlexNetDeclaration alexNet, long parameters, long multiplyAdds) {
        ShapedNetwork network = ShapeInference.infer(AlexNetExpander.expand(alexNet));

        assertThat(network.misfit()).isEmpty();
        assertThat(network.parameterCount()).isEqualTo(parameters);
        assertThat(network.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(network.receptiveField()).isEqualTo(195);
    }

    @Test
    void theTrailIsThatOfD2l() {
        AlexNetDeclaration alexNet = alexNet(images(1, 224, 224), 10, 1, List.of(), "AFTER_ACTIVATION");

        assertThat(ShapeInference.infer(AlexNetExpander.expand(alexNet)).trail("fc8"))
                .isEqualTo("input 1x224x224 -> conv1 96x54x54 -> pool1 96x26x26 -> conv2 256x26x26 -> pool2 256x12x12"
                        + " -> conv3 384x12x12 -> conv5 256x12x12 -> pool5 256x5x5 -> fc6 4096 -> fc8 10");
    }

    @Test
    void normsComeBetweenReluAndPool() {
        AlexNetDeclaration alexNet = alexNet(images(3, 227, 227), 1000, 0, List.of(lrn()), "BEFORE_ACTIVATION");

        assertThat(AlexNetExpander.expand(alexNet).nodes().map(Node::name))
                .containsExactly(
                        "conv1",
                        "conv1_relu",
                        "norm1",
                        "pool1",
                        "conv2",
                        "conv2_relu",
                        "norm2",
                        "pool2",
                        "conv3",
                        "conv3_relu",
                        "conv4",
                        "conv4_relu",
                        "conv5",
                        "conv5_relu",
                        "pool5",
                        "fc6",
                        "drop6",
                        "fc6_relu",
                        "fc7",
                        "drop7",
                        "fc7_relu",
                        "fc8");
    }
}
