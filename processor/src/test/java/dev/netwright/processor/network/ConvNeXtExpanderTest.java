package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.StochasticDepth;
import dev.netwright.processor.declaration.ConvNeXtDeclaration;
import dev.netwright.processor.declaration.NormDeclaration;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters are those of {@code torchvision.models.convnext_tiny()} and its siblings. */
final class ConvNeXtExpanderTest {
    private static ConvNeXtDeclaration convNeXt(double stochasticDepth, ConvNeXtDeclaration.Stage... stages) {
        return new ConvNeXtDeclaration(
                images(3, 224, 224),
                written(1000),
                as(List.of(stages)),
                as(1e-6),
                as(stochasticDepth),
                new NormDeclaration.Layer(as(1e-6), NOWHERE),
                loss("CROSS_ENTROPY"));
    }

    private static ConvNeXtDeclaration.Stage stage(int blocks, int channels) {
        return new ConvNeXtDeclaration.Stage(written(blocks), written(channels), NOWHERE);
    }

    private static ShapedNetwork shaped(ConvNeXtDeclaration convNeXt) {
        return ShapeInference.infer(ConvNeXtExpander.expand(convNeXt));
    }

    @Test
    void hasThePublishedNumberOfParameters() {
        assertThat(shaped(convNeXt(0.1, stage(3, 96), stage(3, 192), stage(9, 384), stage(3, 768)))
                        .parameterCount())
                .isEqualTo(28_589_128L);
        assertThat(shaped(convNeXt(0.5, stage(3, 128), stage(3, 256), stage(27, 512), stage(3, 1024)))
                        .parameterCount())
                .isEqualTo(88_591_464L);
    }

    @Test
    void theRateOfStochasticDepthGrowsFromZeroToTheDeclaredOne() {
        List<StochasticDepth.Form> depths = ConvNeXtExpander.expand(convNeXt(0.4, stage(2, 8), stage(3, 16)))
                .nodes()
                .map(Node::layer)
                .filter(StochasticDepth.Form.class::isInstance)
                .map(StochasticDepth.Form.class::cast)
                .toList();

        assertThat(depths)
                .extracting(StochasticDepth.Form::rate)
                .satisfiesExactly(
                        rate -> assertThat(rate).isCloseTo(0.1, within(1e-15)),
                        rate -> assertThat(rate).isCloseTo(0.2, within(1e-15)),
                        rate -> assertThat(rate).isCloseTo(0.3, within(1e-15)),
                        rate -> assertThat(rate).isEqualTo(0.4));
    }

    @Test
    void aSingleBlockIsNeverDropped() {
        assertThat(shaped(convNeXt(0.4, stage(1, 8))).nodes()).doesNotContainKey("stage1.0.drop");
    }

    @Test
    void aNormAndAConvolutionHalveTheMapsBetweenStages() {
        ShapedNetwork network = shaped(convNeXt(0.1, stage(1, 96), stage(1, 192)));

        assertThat(List.of("stem_norm", "stage1.0.pwconv1", "downsample1_norm", "downsample1", "avgpool_norm"))
                .extracting(name -> network.shapeOf(name).toString())
                .containsExactly("96x56x56", "384x56x56", "96x56x56", "192x28x28", "192x1x1");
    }
}
