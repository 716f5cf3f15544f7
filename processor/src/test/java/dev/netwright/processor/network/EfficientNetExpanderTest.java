package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.processor.declaration.EfficientNetDeclaration;
import dev.netwright.processor.declaration.WidthFactor;
import dev.netwright.processor.shape.ShapeInference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are those of torchvision's networks {@code efficientnet_b0} to {@code efficientnet_v2_l}. */
final class EfficientNetExpanderTest {
    private static NetworkGraph graph(String variant, double width, double depth) {
        return EfficientNetExpander.expand(new EfficientNetDeclaration(
                as(List.of()),
                written(1000),
                as(variant),
                new WidthFactor(as(width)),
                as(depth),
                as(List.of()),
                as(0.2),
                as(List.of()),
                loss("CROSS_ENTROPY")));
    }

    @ParameterizedTest
    @CsvSource({
        "B0, 1, 1, 5288548",
        "B1, 1, 1, 7794184",
        "B2, 1, 1, 9109994",
        "B3, 1, 1, 12233232",
        "B4, 1, 1, 19341616",
        "B5, 1, 1, 30389784",
        "B6, 1, 1, 43040704",
        "B7, 1, 1, 66347960",
        "V2_S, 1, 1, 21458488",
        "V2_M, 1, 1, 54139356",
        "V2_L, 1, 1, 118515272",
        "B0, 0.35, 0.5, 780104"
    })
    void hasTorchvisionsNumberOfParameters(String variant, double width, double depth, long parameters) {
        assertThat(ShapeInference.infer(graph(variant, width, depth)).parameterCount())
                .isEqualTo(parameters);
    }

    @Test
    void imagesHaveThePublishedSizeIfNoneIsWritten() {
        assertThat(graph("B3", 1, 1).height()).isEqualTo(300);
        assertThat(graph("V2_S", 1, 1).width()).isEqualTo(384);
    }

    /** Of norms epsilon and momentum, and the rate of the only dropout. */
    @ParameterizedTest
    @CsvSource({
        "B0, 1e-5, 0.1, 0.2",
        "B1, 1e-5, 0.1, 0.2",
        "B2, 1e-5, 0.1, 0.3",
        "B3, 1e-5, 0.1, 0.3",
        "B4, 1e-5, 0.1, 0.4",
        "B5, 1e-3, 0.01, 0.4",
        "B6, 1e-3, 0.01, 0.5",
        "B7, 1e-3, 0.01, 0.5",
        "V2_S, 1e-3, 0.1, 0.2",
        "V2_M, 1e-3, 0.1, 0.3",
        "V2_L, 1e-3, 0.1, 0.4"
    })
    void normsAndDropoutHaveTorchvisionsSettings(String variant, double epsilon, double momentum, double dropout) {
        List<LayerForm> forms = graph(variant, 1, 1).nodes().map(Node::layer).toList();

        assertThat(forms)
                .filteredOn(BatchNorm.Form.class::isInstance)
                .hasSizeGreaterThan(40)
                .containsOnly(new BatchNorm.Form(epsilon, momentum, true));
        assertThat(forms).filteredOn(Dropout.Form.class::isInstance).containsExactly(new Dropout.Form(dropout));
    }

    @Test
    void theRateOfStochasticDepthGrowsLinearlyWithTheBlock() {
        List<Double> rates = graph("B0", 1, 1)
                .nodes()
                .filter(node -> node.layer() instanceof StochasticDepth.Form)
                .map(node -> ((StochasticDepth.Form) node.layer()).rate())
                .toList();

        assertThat(rates).hasSize(9).isSorted();
        assertThat(rates.get(0)).isCloseTo(0.2 * 2 / 16, within(1e-12));
        assertThat(rates.get(8)).isCloseTo(0.2 * 14 / 16, within(1e-12));
    }

    @Test
    void aFusedBlockThatDoesNotWidenItsInputIsOneConvolution() {
        assertThat(graph("V2_S", 1, 1).blocks().stream()
                        .filter(block -> block.name().equals("stage1.1"))
                        .flatMap(block -> block.nodes().stream())
                        .map(Node::name))
                .containsExactly(
                        "stage1.1.conv",
                        "stage1.1.conv_norm",
                        "stage1.1.conv_silu",
                        "stage1.1.stochastic_depth",
                        "stage1.1.sum");
    }
}
