package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import org.junit.jupiter.api.Test;

class DecayedParametersTest {
    private static final ParameterTable TABLE = ParameterTable.of(NetworkLayers.of(Shape.image(3, 5, 5))
            .block("network")
            .convolution("conv", 4, Window.square(3, 1, 0))
            .batchNorm("conv_norm", 1e-5, 0.1)
            .layer("pixels", new LayerNorm.Form(1e-6))
            .layer("groups", new GroupNorm.Form(2, 1e-5))
            .layer("scale", new LayerScale.Form(1e-6))
            .linear("classes", 10)
            .crossEntropy());

    @Test
    void weightsAreThoseOfConvolutionsAndFullyConnectedLayersAlone() {
        assertThat(TABLE.tensors())
                .filteredOn(DecayedParameters.WEIGHTS::has)
                .extracting(Parameter::name)
                .containsExactly("conv.weight", "classes.weight");
    }

    @Test
    void noRunningStatisticDecays() {
        assertThat(TABLE.tensors())
                .filteredOn(tensor -> !DecayedParameters.ALL.has(tensor))
                .extracting(Parameter::name)
                .containsExactly("conv.norm.running_mean", "conv.norm.running_var");
    }
}
