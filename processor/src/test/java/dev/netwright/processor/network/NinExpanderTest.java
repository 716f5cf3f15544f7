package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.convolution;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.maxPool;
import static dev.netwright.processor.network.SampleNetworks.pool;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.NinDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Parameters and multiply-adds are torchinfo's ({@code summary(net, (1, c, h, w)).total_params, .total_mult_adds}) of the same
 * layers in PyTorch.
 */
final class NinExpanderTest {
    private static NinDeclaration.Block block(ConvolutionDeclaration convolution, double dropout, int... pointwise) {
        return new NinDeclaration.Block(convolution, pointwise(pointwise), maxPool(3, 2), as(dropout));
    }

    private static Written<List<NinDeclaration.Pointwise>> pointwise(int... channels) {
        return as(IntStream.of(channels)
                .mapToObj(count -> new NinDeclaration.Pointwise(written(count), NOWHERE))
                .toList());
    }

    private static NinDeclaration d2l(int side) {
        return new NinDeclaration(
                images(1, side, side),
                written(10),
                as(List.of(
                        block(convolution(96, 11, 4, 0), 0, 96, 96),
                        block(convolution(256, 5, 1, 2), 0, 256, 256),
                        block(convolution(384, 3, 1, 1), 0.5, 384, 384))),
                new NinDeclaration.Last(convolution(10, 3, 1, 1), pointwise(10)),
                as(List.of()),
                true,
                loss("CROSS_ENTROPY"));
    }

    private static NinDeclaration cifar(boolean hasReluOnClassMaps) {
        return new NinDeclaration(
                images(3, 32, 32),
                written(10),
                as(List.of(
                        block(convolution(192, 5, 1, 2), 0.25, 160, 96),
                        block(convolution(192, 5, 1, 2), 0.25, 192, 192))),
                new NinDeclaration.Last(convolution(192, 3, 1, 1), pointwise(192)),
                as(List.of(pool("AVERAGE", 7, 1))),
                hasReluOnClassMaps,
                loss("CROSS_ENTROPY"));
    }

    @ParameterizedTest
    @CsvSource({"224, 763822966, 5", "227, 836583000, 6"})
    void hasThePublishedCountsOfTheFormOfD2l(int side, long multiplyAdds, int maps) {
        ShapedNetwork network = ShapeInference.infer(NinExpander.expand(d2l(side)));

        assertThat(network.parameterCount()).isEqualTo(1_992_166);
        assertThat(network.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(network.receptiveField()).isEqualTo(195);
        assertThat(network.shapeOf("mlpconv4_3")).isEqualTo(Shape.image(10, maps, maps));
        assertThat(network.shapeOf("pool4")).isEqualTo(Shape.image(10, 1, 1));
        assertThat(network.output()).isEqualTo(Shape.features(10));
    }

    @Test
    void hasThePublishedCountsOfTheFormForCifar() {
        ShapedNetwork network = ShapeInference.infer(NinExpander.expand(cifar(true)));

        assertThat(network.parameterCount()).isEqualTo(966_986);
        assertThat(network.multiplyAdds()).isEqualTo(200_965_418);
        assertThat(network.receptiveField()).isEqualTo(51);
        assertThat(network.trail("flatten"))
                .isEqualTo("input 3x32x32 -> mlpconv1_1 192x32x32 -> mlpconv1_2 160x32x32 -> mlpconv1_3 96x32x32"
                        + " -> pool1 96x15x15 -> mlpconv2_1 192x15x15 -> pool2 192x7x7 -> mlpconv3_3 10x7x7"
                        + " -> pool3 10x1x1 -> flatten 10");
    }

    @Test
    void dropoutComesAfterThePoolOfItsBlock() {
        assertThat(NinExpander.expand(d2l(224)).nodes().map(Node::name))
                .filteredOn(name -> name.matches("(pool|drop|flatten).*"))
                .containsExactly("pool1", "pool2", "pool3", "drop3", "pool4", "flatten");
        assertThat(NinExpander.expand(cifar(true)).nodes().map(Node::name))
                .filteredOn(name -> name.matches("(pool|drop|flatten).*"))
                .containsExactly("pool1", "drop1", "pool2", "drop2", "pool3", "flatten");
    }

    @Test
    void reluOnTheClassMapsCanBeOmitted() {
        assertThat(NinExpander.expand(cifar(true)).nodes().map(Node::name))
                .contains("mlpconv3_2_relu", "mlpconv3_3_relu");
        assertThat(NinExpander.expand(cifar(false)).nodes().map(Node::name))
                .contains("mlpconv3_2_relu")
                .doesNotContain("mlpconv3_3_relu");
    }
}
