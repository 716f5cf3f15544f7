package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of a million numbers are as near to those in double as PyTorch's in float32, which are pairwise. */
@Tag("numeric")
@Tag("slow")
class AccurateSumsTest {
    private static final int BATCH = 16;
    private static final Shape IMAGES = Shape.image(2, 250, 250);

    /**
     * PyTorch 1.13's relative errors in float32 against float64 on the same numbers: the largest with one and two threads, with AVX2
     * and AVX-512, as {@code tests/src/test/python/accurate_sums.py} prints them.
     */
    private static final Map<Integer, Map<String, Double>> NORMED = Map.of(
            0,
                    errors(
                            6.6e-8, 8.6e-6, 3.2e-5, 2.1e-2, 2.1e-3, 1.5e-7, 1.1e-6, 1.2e-7, 6.2e-8, 1.3e-8, 5.8e-8,
                            5.3e-8, 2.1e-8),
            3,
                    errors(
                            6.6e-8, 1.5e-3, 2.6e-5, 2.1e-2, 2.1e-3, 3.0e-7, 1.1e-6, 1.1e-7, 6.7e-8, 4.4e-8, 5.8e-8,
                            5.3e-8, 2.1e-8),
            1000,
                    errors(
                            6.6e-8, 6.2e-1, 4.1e-5, 2.3e-2, 2.1e-3, 7.9e-7, 1.1e-6, 1.3e-7, 1.1e-7, 3.6e-8, 5.9e-8,
                            4.4e-7, 2.3e-8));

    /** The library on which PyTorch's bias gradient rests adds float by float, so the bias has the bound of the weight. */
    private static final Map<String, Double> BIASED = Map.of(
            "loss",
            3.6e-9,
            "first.weight",
            1.1e-5,
            "first.bias",
            1.1e-5,
            "readout.weight",
            1.2e-7,
            "readout.bias",
            6.0e-8);

    /** How far the order of additions moves an error, from CPU to CPU. */
    private static final double SPREAD = 4;

    /** A unit in the last place of a float. */
    private static final double ROUNDING = Math.ulp(1f);

    static Stream<TestedKernels> compared() {
        return TestedKernels.compared().stream();
    }

    static Stream<Arguments> aroundOffsets() {
        return compared().flatMap(kernels -> Stream.of(0, 3, 1000).map(offset -> Arguments.of(kernels, offset)));
    }

    @ParameterizedTest(name = "{0}, images around {1}")
    @MethodSource("aroundOffsets")
    void normsAndGlobalAverageOfAMillionValues(TestedKernels kernels, int offset) {
        TestNetwork network = normed();
        TestBatch batch = around(offset, network.batch(BATCH));
        assertErrors(kernels, network, batch, NORMED.getOrDefault(offset, Map.of()));
    }

    /** What is left of a mean that is off in its last places is 316 times as much behind a norm of no variance. */
    @ParameterizedTest
    @MethodSource("compared")
    void aChannelOfAMillionEqualValuesIsNormalizedToZero(TestedKernels kernels) {
        TestNetwork network = normed();
        float[] images = new float[BATCH * IMAGES.size()];
        Arrays.fill(images, 2.7f);
        TestBatch batch = new TestBatch(images, network.batch(BATCH).labels());
        Observation found = step(kernels.create(), network, batch);
        Observation expected = step(new ReferenceKernelSet(), network, batch);
        assertThat(found.loss()).isCloseTo(expected.loss(), within(1e-6));
        assertThat(RelativeError.between(found.gradient("readout.weight"), expected.gradient("readout.weight")))
                .isLessThan(1e-5);
    }

    @ParameterizedTest
    @MethodSource("compared")
    void biasGradientOfAMillionValues(TestedKernels kernels) {
        TestNetwork network = new LayeredNetwork(new BiasedMean(IMAGES, 2, ActivationFunction.SIGMOID));
        assertErrors(kernels, network, network.batch(BATCH), BIASED);
    }

    private static TestNetwork normed() {
        return new LayeredNetwork(new NormedChain(IMAGES, 2, NormSettings.DEFAULT, ActivationFunction.SIGMOID));
    }

    private static TestBatch around(float offset, TestBatch batch) {
        float[] images = batch.images();
        for (int i = 0; i < images.length; i++) {
            images[i] += offset;
        }
        return new TestBatch(images, batch.labels());
    }

    private static void assertErrors(
            TestedKernels kernels, TestNetwork network, TestBatch batch, Map<String, Double> errors) {
        Observation found = step(kernels.create(), network, batch);
        Observation expected = step(new ReferenceKernelSet(), network, batch);
        errors.forEach((name, error) -> assertThat(RelativeError.between(values(name, found), values(name, expected)))
                .as("error of %s", name)
                .isLessThan(SPREAD * error + ROUNDING));
    }

    private static double[] values(String name, Observation step) {
        if (name.equals("loss")) {
            return new double[] {step.loss()};
        }
        float[] values = name.contains("running") ? step.statistic(name) : step.gradient(name);
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static Map<String, Double> errors(double... errors) {
        String[] names = {
            "loss",
            "first.weight",
            "norm1.weight",
            "norm1.bias",
            "second.weight",
            "norm2.weight",
            "norm2.bias",
            "readout.weight",
            "readout.bias",
            "norm1.running_mean",
            "norm1.running_var",
            "norm2.running_mean",
            "norm2.running_var"
        };
        Map<String, Double> table = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            table.put(names[i], errors[i]);
        }
        return table;
    }

    private static Observation step(KernelSet set, TestNetwork network, TestBatch batch) {
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 1)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, batch.size());
            return Observation.ofStep(workspace.training(batch.size()), parameters, batch, 1);
        }
    }
}
