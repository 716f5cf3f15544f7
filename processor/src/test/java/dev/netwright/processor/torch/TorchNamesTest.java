package dev.netwright.processor.torch;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.blocks;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.withDropout;
import static dev.netwright.processor.network.SampleNetworks.withLoss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.processor.declaration.ShuffleNetV2Declaration;
import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.network.ShuffleNetV2Expander;
import dev.netwright.processor.shape.ShapeInference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The differences between a network and PyTorch's that count, with VGG as the example. */
class TorchNamesTest {
    @Test
    void eachLayerWithTensorsHasTheNameOfItsModule() {
        TorchNames names = torchvision(vgg(14, 3, 12));

        assertThat(names.difference()).isEmpty();
        assertThat(names.modules())
                .containsExactly(
                        Map.entry("conv1_1", "features.0"),
                        Map.entry("fc2", "classifier.0"),
                        Map.entry("fc3", "classifier.3"),
                        Map.entry("fc4", "classifier.6"));
    }

    /** Files contain them. */
    @Test
    void channelsUnitsAndClassesMakeNoDifference() {
        assertThat(torchvision(vgg(14, 1, 5)).modules())
                .isEqualTo(torchvision(vgg(14, 3, 12)).modules());
    }

    @Test
    void aShuffleNetOfOtherStagesHasNoNames() {
        ShuffleNetV2Declaration spec = new ShuffleNetV2Declaration(
                images(3, 32, 32),
                written(10),
                written(8),
                as(List.of(new ShuffleNetV2Declaration.Stage(written(1), written(6), NOWHERE))),
                written(16),
                batchNorm(),
                loss("CROSS_ENTROPY"));

        assertThat(TorchNames.of(
                                TorchvisionShuffleNet.shuffleNetV2(spec),
                                ShapeInference.infer(ShuffleNetV2Expander.expand(spec)))
                        .difference())
                .isEqualTo("it has 1 stages, where torchvision's ShuffleNetV2 has 3");
    }

    @Test
    void dropoutAndLossMakeNoDifference() {
        VggDeclaration spec = vgg(14, 3, 12);

        assertThat(torchvision(withLoss(withDropout(spec, "BEFORE_LINEAR"), "HALF_SQUARED_ERROR")))
                .isEqualTo(torchvision(spec));
    }

    @Test
    void theMapThatTorchvisionPoolsToIsADifferenceOnlyForTorchvision() {
        VggDeclaration spec = vgg(16, 3, 12);

        assertThat(torchvision(spec).difference())
                .isEqualTo(
                        "fc2 is Linear on maps of 8x8, where torchvision's VGG has Linear on maps of 7x7 (classifier.0)");
        assertThat(TorchNames.of(D2l.vgg(spec), shaped(spec)).modules())
                .containsExactly(
                        Map.entry("conv1_1", "0.0"),
                        Map.entry("fc2", "2"),
                        Map.entry("fc3", "5"),
                        Map.entry("fc4", "8"));
    }

    @Test
    void fewerOrMoreLayersAreADifference() {
        assertThat(torchvision(vgg(14, 3, 12, 6)).difference()).isEqualTo("it ends where torchvision's VGG has ReLU");
        assertThat(torchvision(vgg(14, 3, 12, 6, 5, 4)).difference())
                .isEqualTo("fc4_relu is ReLU, where torchvision's VGG has already ended");
    }

    @Test
    void noTwoLayersHaveTheSameNameAndNoLayerHasNone() {
        assertThatThrownBy(() -> new TorchNames("d2l", Map.of("c1", "0", "c3", "0"), Set.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have its own name in d2l, not '0'");
        assertThatThrownBy(() -> new TorchNames("d2l", Map.of("c1", ""), Set.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer c1 must have its own name");
    }

    private static TorchNames torchvision(VggDeclaration spec) {
        return TorchNames.of(Torchvision.vgg(spec), shaped(spec));
    }

    private static VggDeclaration vgg(int side, int channels, int classes) {
        return vgg(side, channels, classes, 6, 5);
    }

    private static VggDeclaration vgg(int side, int channels, int classes, int... units) {
        return SampleNetworks.vgg(images(channels, side, side), classes, 1, blocks(1, 4), hidden(0.5, units));
    }
}
