package dev.netwright.processor.network;

import static dev.netwright.processor.network.BranchedNetworks.plainResNet;
import static dev.netwright.processor.network.BranchedNetworks.preActivated;
import static dev.netwright.processor.network.BranchedNetworks.resNet;
import static dev.netwright.processor.network.BranchedNetworks.runningStatistics;
import static dev.netwright.processor.network.BranchedNetworks.withAverages;
import static dev.netwright.processor.network.BranchedNetworks.withGroups;
import static dev.netwright.processor.network.SampleNetworks.images;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ResNetDeclaration;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parameters and multiply-adds are torchinfo's ({@code summary(net, (1, c, h, w)).total_params, .total_mult_adds}) of
 * the same layers in PyTorch; those for ImageNet are of {@code torchvision.models.resnet18()} and similar ones.
 */
final class ResNetExpanderTest {
    private static final ResNetDeclaration D2L = plainResNet(images(1, 96, 96), 10, 2, 64, 2, 128, 2, 256, 2, 512);

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of("d2l.ai", D2L, 11_178_378L, 7_808L, 319_121_546L, 435L),
                Arguments.of(
                        "leaves",
                        plainResNet(images(3, 224, 224), 176, 2, 64, 2, 128, 2, 256, 2, 512),
                        11_269_808L,
                        7_808L,
                        1_816_143_152L,
                        435L),
                Arguments.of(
                        "leaves, wide",
                        plainResNet(images(3, 224, 224), 176, 2, 64, 2, 256, 2, 512, 3, 2048),
                        210_118_704L,
                        31_360L,
                        13_506_767_664L,
                        563L),
                Arguments.of("18", imageNet("BASIC", 2, 2, 2, 2), 11_689_512L, 9_600L, 1_814_083_944L, 435L),
                Arguments.of("34", imageNet("BASIC", 3, 4, 6, 3), 21_797_672L, 17_024L, 3_663_779_432L, 899L),
                Arguments.of("50", imageNet("BOTTLENECK", 3, 4, 6, 3), 25_557_032L, 53_120L, 4_089_238_376L, 427L),
                Arguments.of("101", imageNet("BOTTLENECK", 3, 4, 23, 3), 44_549_160L, 105_344L, 7_801_511_784L, 971L),
                Arguments.of(
                        "X-50 (32x4d)",
                        withGroups(imageNet("BOTTLENECK", 3, 4, 6, 3), 32, 4),
                        25_028_904L,
                        68_224L,
                        4_230_479_872L + 68_224L + 1000L,
                        427L),
                Arguments.of(
                        "Wide-50-2",
                        withGroups(imageNet("BOTTLENECK", 3, 4, 6, 3), 1, 128),
                        68_883_240L,
                        68_224L,
                        11_398_021_120L + 68_224L + 1000L,
                        427L));
    }

    private static ResNetDeclaration imageNet(String form, int first, int second, int third, int fourth) {
        return resNet(form, first, 64, second, 128, third, 256, fourth, 512);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void hasThePublishedCounts(
            String name, ResNetDeclaration resNet, long parameters, long statistics, long multiplyAdds, long field) {
        ShapedNetwork network = ShapeInference.infer(ResNetExpander.expand(resNet));

        assertThat(network.misfit()).isEmpty();
        assertThat(network.parameterCount()).isEqualTo(parameters);
        assertThat(runningStatistics(network)).isEqualTo(statistics);
        assertThat(network.multiplyAdds()).isEqualTo(multiplyAdds);
        assertThat(network.receptiveField()).isEqualTo(field);
    }

    @Test
    void theTrailOfTheFormOfD2lIsThePublishedOne() {
        assertThat(ShapeInference.infer(ResNetExpander.expand(D2L)).trail("fc"))
                .isEqualTo(
                        "input 1x96x96 -> conv1 64x48x48 -> pool1 64x24x24 -> layer2.0.conv1 128x12x12"
                                + " -> layer3.0.conv1 256x6x6 -> layer4.0.conv1 512x3x3 -> pool5 512x1x1 -> flatten 512 -> fc 10");
    }

    @Test
    void aBlockAddsItsInputToTheOutputOfItsConvolutions() {
        NetworkGraph graph = ResNetExpander.expand(D2L);

        assertThat(names(graph, "layer1.1"))
                .containsExactly(
                        "layer1.1.conv1",
                        "layer1.1.conv1_norm",
                        "layer1.1.conv1_relu",
                        "layer1.1.conv2",
                        "layer1.1.conv2_norm",
                        "layer1.1.sum",
                        "layer1.1.sum_relu");
        assertThat(node(graph, "layer1.1.sum").inputs()).containsExactly("layer1.1.conv2_norm", "layer1.0.sum_relu");
    }

    @Test
    void theShortcutsNormAndBiasAreIndependent() {
        NetworkGraph plain = ResNetExpander.expand(D2L);
        NetworkGraph normalized = ResNetExpander.expand(imageNet("BASIC", 2, 2, 2, 2));

        assertThat(node(plain, "layer2.0.shortcut").inputs()).containsExactly("layer1.1.sum_relu");
        assertThat(node(plain, "layer2.0.sum").inputs()).containsExactly("layer2.0.conv2_norm", "layer2.0.shortcut");
        assertThat(node(normalized, "layer2.0.sum").inputs())
                .containsExactly("layer2.0.conv2_norm", "layer2.0.shortcut_norm");
        assertThat(node(plain, "layer2.0.shortcut").layer())
                .isEqualTo(new Convolution.Form(128, Window.square(1, 2, 0), 1, true));
        assertThat(node(normalized, "layer2.0.shortcut").layer())
                .isEqualTo(new Convolution.Form(128, Window.square(1, 2, 0), 1, false));
    }

    @Test
    void onlyBlocksThatChangeTheShapeHaveAConvolutionInTheirShortcut() {
        assertThat(shortcuts(D2L)).containsExactly("layer2.0.shortcut", "layer3.0.shortcut", "layer4.0.shortcut");
        assertThat(shortcuts(imageNet("BOTTLENECK", 3, 4, 6, 3)))
                .containsExactly("layer1.0.shortcut", "layer2.0.shortcut", "layer3.0.shortcut", "layer4.0.shortcut");
    }

    @Test
    void aBottlenecksSecondConvolutionHasTheStrideOrAsInThePaperItsFirst() {
        ResNetDeclaration resNet = imageNet("BOTTLENECK", 3, 4, 6, 3);

        NetworkGraph second = ResNetExpander.expand(resNet);
        NetworkGraph first = ResNetExpander.expand(BranchedNetworks.withStrideFirst(resNet));

        assertThat(windows(second))
                .containsExactly(Window.square(1, 1, 0), Window.square(3, 2, 1), Window.square(1, 1, 0));
        assertThat(windows(first))
                .containsExactly(Window.square(1, 2, 0), Window.square(3, 1, 1), Window.square(1, 1, 0));
    }

    @Test
    void aGroupHasItsShareOfTheStagesChannelsAndAtLeastOne() {
        ResNetDeclaration resNeXt = withGroups(imageNet("BOTTLENECK", 3, 4, 6, 3), 32, 5);

        assertThat(node(ResNetExpander.expand(resNeXt), "layer2.0.conv2").layer())
                .isEqualTo(new Convolution.Form(320, Window.square(3, 2, 1), 32, false));
        assertThat(node(ResNetExpander.expand(withGroups(resNeXt, 3, 1)), "layer1.0.conv1")
                        .layer())
                .isEqualTo(new Convolution.Form(3, Window.square(1, 1, 0), 1, false));
        assertThat(node(ResNetExpander.expand(resNeXt), "layer2.0.conv3").layer())
                .isEqualTo(new Convolution.Form(512, Window.square(1, 1, 0), 1, false));
    }

    @Test
    void theStemOfResNetDHasThreeConvolutionsAndItsShortcutsAverageInsteadOfLeavingOut() {
        NetworkGraph graph = ResNetExpander.expand(withAverages(imageNet("BOTTLENECK", 3, 4, 6, 3)));

        assertThat(names(graph, "stem"))
                .containsExactly(
                        "conv1_1",
                        "conv1_1_norm",
                        "conv1_1_relu",
                        "conv1_2",
                        "conv1_2_norm",
                        "conv1_2_relu",
                        "conv1_3",
                        "conv1_3_norm",
                        "conv1_3_relu",
                        "pool1");
        assertThat(node(graph, "conv1_1").layer())
                .isEqualTo(new Convolution.Form(32, Window.square(3, 2, 1), 1, false));
        assertThat(names(graph, "layer1.0")).doesNotContain("layer1.0.shortcut_pool");
        assertThat(node(graph, "layer2.0.shortcut_pool").layer())
                .isEqualTo(new Pool.Form(PoolKind.AVERAGE, Window.square(2, 2, 0), true));
        assertThat(node(graph, "layer2.0.shortcut").inputs()).containsExactly("layer2.0.shortcut_pool");
        assertThat(node(graph, "layer2.0.shortcut").layer())
                .isEqualTo(new Convolution.Form(512, Window.square(1, 1, 0), 1, false));
        assertThat(ShapeInference.infer(graph).parameterCount()).isEqualTo(25_576_264L);
    }

    @Test
    void beforeItsConvolutionsABlockHasNormAndReluAndNothingAfterItsSum() {
        NetworkGraph graph = ResNetExpander.expand(preActivated(imageNet("BASIC", 2, 2, 2, 2)));

        assertThat(names(graph, "layer1.0"))
                .as("the stem ends with norm and ReLU")
                .containsExactly(
                        "layer1.0.conv1", "layer1.0.norm2", "layer1.0.norm2_relu", "layer1.0.conv2", "layer1.0.sum");
        assertThat(names(graph, "layer2.0"))
                .containsExactly(
                        "layer2.0.norm1",
                        "layer2.0.norm1_relu",
                        "layer2.0.conv1",
                        "layer2.0.norm2",
                        "layer2.0.norm2_relu",
                        "layer2.0.conv2",
                        "layer2.0.shortcut",
                        "layer2.0.sum");
        assertThat(node(graph, "layer2.0.shortcut").inputs()).containsExactly("layer2.0.norm1_relu");
        assertThat(node(graph, "layer2.1.sum").inputs()).containsExactly("layer2.1.conv2", "layer2.0.sum");
        assertThat(names(graph, "classifier")).startsWith("norm5", "norm5_relu", "pool5");
    }

    private static List<Window> windows(NetworkGraph graph) {
        return Stream.of("layer2.0.conv1", "layer2.0.conv2", "layer2.0.conv3")
                .map(name -> ((Convolution.Form) node(graph, name).layer()).window())
                .toList();
    }

    private static List<String> shortcuts(ResNetDeclaration resNet) {
        return ResNetExpander.expand(resNet)
                .nodes()
                .map(Node::name)
                .filter(name -> name.endsWith(".shortcut"))
                .toList();
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
