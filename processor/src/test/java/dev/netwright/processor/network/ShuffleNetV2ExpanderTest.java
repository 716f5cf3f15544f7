package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.declaration.ShuffleNetV2Declaration;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters are those of {@code torchvision.models.shufflenet_v2_x0_5()} and {@code shufflenet_v2_x1_0()}. */
final class ShuffleNetV2ExpanderTest {
    private static ShuffleNetV2Declaration shuffleNet(int first, int second, int third) {
        return new ShuffleNetV2Declaration(
                images(3, 224, 224),
                written(1000),
                written(24),
                as(List.of(stage(4, first), stage(8, second), stage(4, third))),
                written(1024),
                batchNorm(),
                loss("CROSS_ENTROPY"));
    }

    private static ShuffleNetV2Declaration.Stage stage(int blocks, int branch) {
        return new ShuffleNetV2Declaration.Stage(written(blocks), written(branch), NOWHERE);
    }

    private static ShapedNetwork shaped(ShuffleNetV2Declaration shuffleNet) {
        return ShapeInference.infer(ShuffleNetV2Expander.expand(shuffleNet));
    }

    @Test
    void hasThePublishedNumberOfParameters() {
        assertThat(shaped(shuffleNet(58, 116, 232)).parameterCount()).isEqualTo(2_278_604L);
        assertThat(shaped(shuffleNet(24, 48, 96)).parameterCount()).isEqualTo(1_366_792L);
    }

    @Test
    void theFirstUnitOfAStageReadsAllChannelsInBothBranchesAndTheOthersHalfOfThem() {
        ShapedNetwork network = shaped(shuffleNet(58, 116, 232));

        assertThat(List.of("pool1", "stage2.0.join", "stage2.1.second_half", "stage4.3.shuffle", "conv5"))
                .extracting(name -> network.shapeOf(name).toString())
                .containsExactly("24x56x56", "116x28x28", "58x28x28", "464x7x7", "1024x7x7");
        assertThat(node(network, "stage2.0.branch1_depthwise").inputs()).containsExactly("pool1");
        assertThat(node(network, "stage2.0.branch2_conv1").inputs()).containsExactly("pool1");
        assertThat(node(network, "stage2.1.join").inputs())
                .containsExactly("stage2.1.first_half", "stage2.1.branch2_conv2_relu");
    }

    private static Node node(ShapedNetwork network, String name) {
        return network.graph()
                .nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
