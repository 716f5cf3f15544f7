package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Interval;
import dev.netwright.processor.declaration.RegNetDeclaration;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stages and parameters are those of {@code torchvision.models.regnet_x_400mf()} and its siblings. */
final class RegNetExpanderTest {
    private static RegNetDeclaration regNet(
            int depth, int w0, double wa, double wm, WrittenNumber groupWidth, double squeezeExcite) {
        return new RegNetDeclaration(
                images(3, 224, 224),
                written(1000),
                written(32),
                written(depth),
                written(w0),
                as(wa),
                as(wm),
                groupWidth,
                as(squeezeExcite),
                batchNorm(),
                loss("CROSS_ENTROPY"),
                NOWHERE);
    }

    private static List<RegNetStage> stages(int depth, int w0, double wa, double wm, int groupWidth) {
        return RegNetStage.of(regNet(depth, w0, wa, wm, written(groupWidth), 0));
    }

    private static ShapedNetwork shaped(RegNetDeclaration regNet) {
        return ShapeInference.infer(RegNetExpander.expand(regNet));
    }

    @Test
    void stagesFollowFromTheFourNumbersAndTheGroupWidth() {
        assertThat(stages(22, 24, 24.48, 2.54, 16))
                .containsExactly(
                        new RegNetStage(1, 32, 2),
                        new RegNetStage(2, 64, 4),
                        new RegNetStage(7, 160, 10),
                        new RegNetStage(12, 400, 25));
        assertThat(stages(27, 48, 20.71, 2.65, 24))
                .extracting(RegNetStage::width)
                .containsExactly(48, 120, 336, 888);
        assertThat(stages(23, 320, 69.86, 2.0, 168))
                .extracting(RegNetStage::width)
                .containsExactly(336, 672, 1344, 2520);
    }

    @Test
    void aStageNarrowerThanAGroupHasOneGroup() {
        assertThat(stages(2, 8, 0, 2, 100)).containsExactly(new RegNetStage(2, 8, 1));
    }

    @Test
    void aWidthIsRoundedUpIfRoundingDownTakesMoreThanATenth() {
        // 24 / 17 is nearer to 1 than to 2, but 17 is less than 0.9 of 24.
        assertThat(stages(1, 24, 0, 2, 17)).containsExactly(new RegNetStage(1, 34, 2));
    }

    @Test
    void widthsBeyondEveryArrayAreClamped() {
        assertThat(stages(2, Integer.MAX_VALUE, Double.MAX_VALUE, 2, 5))
                .allSatisfy(stage -> assertThat(stage.width()).isBetween(Integer.MAX_VALUE - 8, Integer.MAX_VALUE));
    }

    @Test
    void hasThePublishedNumberOfParameters() {
        assertThat(shaped(regNet(22, 24, 24.48, 2.54, written(16), 0)).parameterCount())
                .isEqualTo(5_495_976L);
        assertThat(shaped(regNet(16, 48, 27.89, 2.09, written(8), 0.25)).parameterCount())
                .isEqualTo(4_344_144L);
    }

    @Test
    void theFirstBlockOfAStageHalvesTheMapsAndAdaptsItsInput() {
        ShapedNetwork network = shaped(regNet(16, 48, 27.89, 2.09, written(8), 0.25));

        assertThat(List.of("block2.0.proj", "block2.0.se_fc1", "block2.0.se_product", "block2.2.sum"))
                .extracting(name -> network.shapeOf(name).toString())
                .containsExactly("104x28x28", "12x1x1", "104x28x28", "104x28x28");
        assertThat(network.nodes()).doesNotContainKey("block2.1.proj");
    }

    @Test
    void nothingIsKnownOfTheBlocksIfOneOfTheirNumbersIsTainted() {
        NetworkGraph graph =
                RegNetExpander.expand(regNet(16, 48, 27.89, 2.09, new WrittenNumber(Interval.POSITIVE, NOWHERE), 0));

        assertThat(graph.nodes().map(Node::name))
                .containsExactly("stem", "stem_norm", "stem_relu", "avgpool", "flatten", "fc");
    }
}
