package dev.netwright.processor.writer;

import static dev.netwright.processor.network.BranchedNetworks.denseNet;
import static dev.netwright.processor.network.BranchedNetworks.normalizedGoogLeNet;
import static dev.netwright.processor.network.BranchedNetworks.plainResNet;
import static dev.netwright.processor.network.BranchedNetworks.resNet;
import static dev.netwright.processor.network.SampleNetworks.block;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.network.DenseNetExpander;
import dev.netwright.processor.network.InceptionExpander;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.ResNetExpander;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.plan.NetworkPlan;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LayerListTest {
    private static List<String> list(ShapedNetwork network) {
        return LayerList.lines(
                NetworkPlan.of(new SpecDeclaration("p", "NetSpec", "Net", true, true), network, List.of()));
    }

    private static List<String> list(NetworkGraph graph) {
        return list(ShapeInference.infer(graph));
    }

    /** Parameters and multiply-adds by hand: 64 (49 + 1) at 16x16, 64 (9 * 64 + 1) at 8x8, 2 * 64 in a norm. */
    @Test
    void aLayerNamesItsInputsWhereTheyAreNotTheLayerBefore() {
        assertThat(list(ResNetExpander.expand(plainResNet(images(1, 32, 32), 10, 1, 64, 1, 128))))
                .startsWith(
                        "stem",
                        "    conv1 Conv2d 7x7 . 64x16x16 3200 819200 7",
                        "    conv1_norm BatchNorm2d - . . 128 128 7",
                        "    conv1_relu ReLU - . . 0 0 7",
                        "    pool1 MaxPool2d 3x3 . 64x8x8 0 0 11",
                        "layer1_1",
                        "    layer1_1_conv1 Conv2d 3x3 . . 36928 2363392 19",
                        "    layer1_1_conv1_norm BatchNorm2d - . . 128 128 19",
                        "    layer1_1_conv1_relu ReLU - . . 0 0 19",
                        "    layer1_1_conv2 Conv2d 3x3 . . 36928 2363392 27",
                        "    layer1_1_conv2_norm BatchNorm2d - . . 128 128 27",
                        "    layer1_1_sum Add - layer1_1_conv2_norm,pool1 . 0 0 27")
                .contains(
                        "    layer2_1_shortcut Conv2d 1x1 layer1_1_sum_relu 128x4x4 8320 133120 27",
                        "    layer2_1_sum Add - layer2_1_conv2_norm,layer2_1_shortcut . 0 0 51")
                .endsWith(
                        "    pool3 AdaptiveAvgPool2d - . 128x1x1 0 0 51",
                        "    flatten Flatten - . 128 0 0 51",
                        "    fc Linear - . 10 1290 1290 51");
    }

    /** Receptive fields by hand: 7 + 2 * 2 + 2 * 4 + 2 * 4 = 27 up to pool2, 4 * 8 more for a 5x5 convolution. */
    @Test
    void branchesReadWhatTheyBranchFrom() {
        assertThat(list(InceptionExpander.expand(normalizedGoogLeNet(160))))
                .contains(
                        "    inception3a_reduce3x3 Conv2d 1x1 pool2 96x28x28 18432 14450688 27",
                        "    inception3a_join Concat - inception3a_1x1_relu,inception3a_3x3_relu,inception3a_5x5_relu,"
                                + "inception3a_pool_project_relu 256x28x28 0 0 59");
    }

    /** Java limits a string constant to 65,535 bytes, and a network to 500 layers beside their activations. */
    @Test
    void theListOfFiveHundredLayersFitsAStringConstant() {
        Stream<ShapedNetwork> networks = Stream.concat(
                SampleNetworks.random(7).limit(200),
                Stream.of(
                        ShapeInference.infer(DenseNetExpander.expand(denseNet(6, 12, 24, 16))),
                        ShapeInference.infer(
                                ResNetExpander.expand(resNet("BOTTLENECK", 3, 64, 4, 128, 23, 256, 3, 512))),
                        ShapeInference.infer(InceptionExpander.expand(normalizedGoogLeNet(160))),
                        shaped(vgg(images(1, 2, 1_000_000), 2, 1, List.of(block(50, 1000, 1, 50)), hidden(0)))));

        assertThat(networks).allSatisfy(network -> {
            long layers = network.graph()
                    .nodes()
                    .filter(node -> !(node.layer() instanceof Layer.Activation))
                    .count();
            assertThat(String.join("\n", list(network)).length() / layers).isLessThan(120);
        });
        assertThat(500 * 120).isLessThan(65_535);
    }
}
