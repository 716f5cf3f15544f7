package dev.netwright.processor.shape;

import static dev.netwright.processor.network.SampleNetworks.blocks;
import static dev.netwright.processor.network.SampleNetworks.blocksOfVgg11;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.leNet;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.ParameterShape;
import dev.netwright.operation.Pool;
import dev.netwright.operation.ReceptiveField;
import dev.netwright.operation.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the published networks. Parameters and multiply-adds are torchinfo's
 * ({@code summary(net, (1, c, h, w)).total_params, .total_mult_adds}) of the same layers in PyTorch.
 */
final class ShapeInferenceTest {
    private static ShapedNetwork vgg16() {
        return shaped(vgg(
                images(3, 224, 224), 1000, 1, blocks(2, 64, 2, 128, 3, 256, 3, 512, 3, 512), hidden(0.5, 4096, 4096)));
    }

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(
                        "VGG-11",
                        shaped(vgg(images(1, 224, 224), 10, 1, blocksOfVgg11(), hidden(0.5, 4096, 4096))),
                        128_806_154L,
                        7_554_666_506L,
                        150),
                Arguments.of(
                        "VGG-11 ratio 8, hidden 512",
                        shaped(vgg(images(1, 224, 224), 10, 8, blocksOfVgg11(), hidden(0.5, 512, 512))),
                        2_018_346L,
                        122_020_362L,
                        150),
                Arguments.of(
                        "VGG-11 ratio 4, hidden 4096",
                        shaped(vgg(images(1, 224, 224), 10, 4, blocksOfVgg11(), hidden(0.5, 4096, 4096))),
                        43_093_322L,
                        514_020_362L,
                        150),
                Arguments.of("VGG-16", vgg16(), 138_357_544L, 15_483_821_032L, 212),
                Arguments.of("LeNet pad 2", shaped(leNet(28, 2, "AVERAGE", "SIGMOID")), 61_706L, 423_038L, 16),
                Arguments.of("LeNet pad 0", shaped(leNet(32, 0, "MAX", "SIGMOID")), 61_706L, 423_038L, 16));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void hasThePublishedCounts(String name, ShapedNetwork network, long parameters, long multiplyAdds, long field) {
        assertThat(network.misfit()).isEmpty();
        assertThat(network.parameterCount()).isEqualTo(parameters);
        assertThat(network.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(network.receptiveField()).isEqualTo(field);
    }

    @Test
    void theTrailOfVgg11IsThatOfThePaper() {
        ShapedNetwork network = shaped(vgg(images(1, 224, 224), 10, 1, blocksOfVgg11(), hidden(0.5, 4096, 4096)));

        assertThat(network.trail("fc8"))
                .isEqualTo("input 1x224x224 -> conv1_1 64x224x224 -> pool1 64x112x112 -> conv2_1 128x112x112"
                        + " -> pool2 128x56x56 -> conv3_1 256x56x56 -> pool3 256x28x28 -> conv4_1 512x28x28"
                        + " -> pool4 512x14x14 -> pool5 512x7x7 -> fc6 4096 -> fc8 10");
        assertThat(network.trail("pool1")).isEqualTo("input 1x224x224 -> conv1_1 64x224x224 -> pool1 64x112x112");
    }

    @Test
    void theTrailsOfBothLeNetsAreThePublishedOnes() {
        assertThat(shaped(leNet(28, 2, "AVERAGE", "SIGMOID")).trail("f7"))
                .isEqualTo("input 1x28x28 -> c1 6x28x28 -> s2 6x14x14 -> c3 16x10x10 -> s4 16x5x5 -> c5 120 -> f6 84"
                        + " -> f7 10");
        assertThat(shaped(leNet(32, 0, "MAX", "TANH")).trail("f7"))
                .isEqualTo("input 1x32x32 -> c1 6x28x28 -> s2 6x14x14 -> c3 16x10x10 -> s4 16x5x5 -> c5 120 -> f6 84"
                        + " -> f7 10");
    }

    /** The blocks' lines of the well-known table of VGG-16: 3 5 |6| 10 14 |16| 24 32 40 |44| 60 76 92 |100| 132 164 196 |212|. */
    @Test
    void receptiveFieldsOfVgg16AreThoseOfThePaper() {
        assertThat(spatial(vgg16()).map(node -> node.receptiveField().side()))
                .containsExactly(
                        3L, 5L, 6L, 10L, 14L, 16L, 24L, 32L, 40L, 44L, 60L, 76L, 92L, 100L, 132L, 164L, 196L, 212L);
    }

    /** Weights of each layer of VGG-16 without biases, from the table of Stanford's CS231n notes on it. */
    @Test
    void weightsOfVgg16AreThoseOfThePaper() {
        assertThat(vgg16().nodes().values().stream()
                        .filter(node -> !node.parameters().isEmpty())
                        .map(node -> node.parameters().get(0).size()))
                .containsExactly(
                        1_728L,
                        36_864L,
                        73_728L,
                        147_456L,
                        294_912L,
                        589_824L,
                        589_824L,
                        1_179_648L,
                        2_359_296L,
                        2_359_296L,
                        2_359_296L,
                        2_359_296L,
                        2_359_296L,
                        102_760_448L,
                        16_777_216L,
                        4_096_000L);
    }

    private static Stream<ShapedNode> spatial(ShapedNetwork network) {
        return network.nodes().values().stream()
                .filter(node -> node.node().layer() instanceof Convolution.Form
                        || node.node().layer() instanceof Pool.Form);
    }

    @Test
    void reportsOnlyTheFirstWindowThatDoesNotFit() {
        ShapedNetwork network =
                shaped(vgg(images(3, 16, 16), 10, 1, blocks(1, 4, 1, 4, 1, 4, 1, 4, 1, 4, 1, 4), hidden(0)));

        assertThat(network.misfit()).hasValueSatisfying(found -> {
            Misfit.WindowTooLarge misfit = (Misfit.WindowTooLarge) found;
            assertThat(misfit.node().name()).isEqualTo("pool5");
            assertThat(misfit.input()).hasToString("4x1x1");
        });
        assertThat(network.misfits()).hasSize(1);
        assertThat(network.read("conv5_1")).hasToString("4x1x1");
        assertThat(network.read("pool5")).hasToString("4x?x?");
        assertThat(network.read("conv6_1")).hasToString("4x?x?");
        assertThat(network.read("fc7")).hasToString("10");
        assertThat(network.trail("pool5"))
                .isEqualTo(
                        "input 3x16x16 -> conv1_1 4x16x16 -> pool1 4x8x8 -> pool2 4x4x4 -> pool3 4x2x2 -> pool4 4x1x1");
        assertThat(network.trail("fc7")).endsWith(" -> pool4 4x1x1 -> pool5 ? -> fc7 10");
    }

    @Test
    void rowsAndColumnsAreIndependent() {
        ReceptiveField field = ReceptiveField.PIXEL
                .after(new Window(3, 5, 2, 1, 0, 0, 1, 1))
                .after(new Window(1, 3, 1, 1, 0, 0, 1, 1));

        assertThat(field).isEqualTo(new ReceptiveField(3, 7, 2, 1));
        assertThat(field.side()).isEqualTo(7);
    }

    @Test
    void numbersBeyondALongStayAtItsEnd() {
        Window huge = Window.square(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
        ReceptiveField field =
                ReceptiveField.PIXEL.after(huge).after(huge).after(huge).after(huge);

        assertThat(field.side()).isEqualTo(Long.MAX_VALUE);
        assertThat(Shape.image(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .size())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(new ParameterShape("weight", List.of(1 << 30, 1 << 30, 8)).size())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(new ParameterShape("weight", List.of(1 << 30, 1 << 30, 7)).size())
                .isEqualTo(7L << 60);
    }
}
