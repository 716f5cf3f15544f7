package dev.netwright.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.tests.kernels.TestedKernels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A layer's factor multiplies its steps and no other's. */
@Tag("numeric")
class LayerRatesTest {
    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(16).resize(12);

    /** One step, so that no layer's step depends on another's rate. */
    private static Map<String, List<Float>> afterOneStep(TestedKernels kernels, Optimizer optimizer) {
        return RunBits.after(
                PlainNet.TYPE,
                IMAGES,
                Training.with(optimizer).batch(16).seed(2).kernels(kernels.create()));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J", "ND4J_UNDER_CUDA_POLICY"})
    void theFactorIsThatOfTheLayersStep(TestedKernels kernels) {
        Map<String, List<Float>> begin;
        try (NeuralNetwork network = PlainNet.TYPE.initialize(kernels.create(), Initializer.PYTORCH, 2)) {
            begin = RunBits.tensors(network);
        }
        Map<String, List<Float>> plain = afterOneStep(kernels, Optimizer.sgd(0.125));
        Map<String, List<Float>> scaled =
                afterOneStep(kernels, Optimizer.sgd(0.125).rate("stem", 4));
        assertThat(scaled.get("scores.weight")).isEqualTo(plain.get("scores.weight"));
        List<Float> from = Objects.requireNonNull(begin.get("stem.weight"));
        List<Float> once = Objects.requireNonNull(plain.get("stem.weight"));
        List<Float> four = Objects.requireNonNull(scaled.get("stem.weight"));
        for (int i = 0; i < from.size(); i++) {
            // A power of two changes no bit of the step; each sum rounds to a unit of the weight's last place.
            assertThat(four.get(i) - from.get(i))
                    .isCloseTo(4 * (once.get(i) - from.get(i)), within(8 * Math.ulp(from.get(i) + once.get(i))));
        }
        assertThat(once).isNotEqualTo(from);
    }

    @Test
    void aLayerThatDoesNotExistIsRefusedWithTheNamesOfAll() {
        Training training = Training.with(Optimizer.sgd(0.1).rate("head", 2));
        assertThatThrownBy(() -> PlainNet.train(IMAGES, RunBits.quiet(training)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PlainNet has no layer with parameters whose name begins with head")
                .hasMessageContaining("name one of its layers [stem, scores]");
    }
}
