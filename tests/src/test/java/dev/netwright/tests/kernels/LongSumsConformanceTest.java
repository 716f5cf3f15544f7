package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Bias;
import dev.netwright.operation.Mode;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels whose sums are longer than a library's own may be: what {@link KernelConformanceTest} asks, at sizes above that. */
@Tag("numeric")
class LongSumsConformanceTest {
    private static final NormSettings UNUSUAL = new NormSettings(0.02, 0.3, RunningVariance.BIASED);
    private static final Shape MAP = Shape.image(3, 21, 26);
    private static final int MANY_IMAGES = 1_030;

    private record Case(TestNetwork network, int batch) {
        @Override
        public String toString() {
            return network + ", batch of " + batch;
        }
    }

    static Stream<Arguments> cases() {
        return TestedKernels.compared().stream()
                .flatMap(kernels -> Stream.of(norms(), partNorms(), company(), pools(), biases(), gates())
                        .flatMap(cases -> cases)
                        .map(tested -> Arguments.of(kernels, tested)));
    }

    private static Stream<Case> norms() {
        Shape wide = Shape.image(18, 20, 19);
        Shape vector = Shape.features(5);
        return Stream.concat(
                KernelCases.FUNCTIONS.stream()
                        .flatMap(function -> both(TestedNorm.of(MAP, NormSettings.DEFAULT, function))),
                Stream.of(
                        inner(TestedNorm.of(wide, UNUSUAL, ActivationFunction.RELU)),
                        // A map of no small divisor, in one piece of its own length.
                        inner(TestedNorm.of(Shape.image(2, 1, 1031), UNUSUAL, ActivationFunction.TANH)),
                        new Case(
                                SingleKernelNetwork.firstLayer(TestedNorm.of(vector, UNUSUAL, ActivationFunction.RELU)),
                                MANY_IMAGES)));
    }

    /** Of more channels, pixels and images than a short sum has numbers; a thread of its own has a part of each. */
    private static Stream<Case> partNorms() {
        return Stream.of(
                        TestedPartNorm.layer(Shape.image(3, 37, 41), 1e-3),
                        TestedPartNorm.layer(Shape.image(48, 21, 26), 1e-5),
                        TestedPartNorm.layer(Shape.image(1_100, 2, 3), 1e-5),
                        TestedPartNorm.layer(Shape.features(2_100), 1e-5),
                        TestedPartNorm.groups(Shape.image(6, 37, 41), 2, 1e-3),
                        TestedPartNorm.groups(Shape.image(48, 21, 26), 4, 1e-5),
                        new TestedLayerScale(Shape.image(48, 21, 26), false),
                        new TestedStochasticDepth(Shape.image(48, 21, 26), false, 0.4, 0))
                .flatMap(LongSumsConformanceTest::both);
    }

    private static Stream<Case> company() {
        return Stream.<Layers>of(
                        new ResidualBlocks(Shape.image(3, 33, 34), NormSettings.DEFAULT, ActivationFunction.RELU),
                        new DenseChain(MAP, 3, 2, 3, NormSettings.DEFAULT),
                        new DenseChain(MAP, 16, 16, 2, UNUSUAL),
                        new InSlices(TestedNorm.of(MAP, UNUSUAL, ActivationFunction.SIGMOID)))
                .map(layers -> new Case(new LayeredNetwork(layers), 4));
    }

    private static Stream<Case> pools() {
        PoolKind mean = PoolKind.AVERAGE;
        return Stream.of(
                        TestedPool.floor(Shape.image(3, 37, 41), mean, Window.of(37, 41, 1, 1, 0, 0)),
                        TestedPool.floor(Shape.image(17, 1, 1500), mean, Window.of(1, 1500, 1, 1, 0, 0)),
                        TestedPool.floor(Shape.image(2, 2300, 1), mean, Window.of(2300, 1, 1, 1, 0, 0)),
                        TestedPool.ceil(Shape.image(2, 45, 40), mean, Window.of(40, 30, 7, 3, 3, 2)),
                        TestedPool.ceil(
                                Shape.image(2, 45, 40),
                                PoolKind.AVERAGE_WITHOUT_PADDING,
                                Window.of(40, 30, 7, 3, 3, 2)),
                        new TestedLayer(Shape.image(3, 70, 76), new AdaptiveAveragePool.Form(2, 2)),
                        new TestedLayer(Shape.image(3, 71, 75), new AdaptiveAveragePool.Form(2, 2)))
                .flatMap(LongSumsConformanceTest::both);
    }

    private static Stream<Case> biases() {
        TestedConvolution convolution =
                TestedConvolution.of(Shape.image(4, 21, 26), 6, Window.square(3, 1, 1), ActivationFunction.RELU);
        TestedConvolution wide =
                TestedConvolution.of(Shape.image(16, 18, 17), 20, Window.square(3, 1, 1), ActivationFunction.TANH);
        TestedConvolution depthwise = TestedConvolution.of(
                        Shape.image(17, 37, 41), 17, Window.square(5, 1, 2), ActivationFunction.RELU)
                .inGroups(17);
        return Stream.concat(
                Stream.of(convolution, convolution.inGroups(2), wide, depthwise).flatMap(LongSumsConformanceTest::both),
                Stream.of(new Case(
                        SingleKernelNetwork.firstLayer(
                                new TestedLinear(Shape.features(7), 5, Bias.TRAINED, ActivationFunction.SIGMOID)),
                        MANY_IMAGES)));
    }

    private static Stream<Case> gates() {
        return Stream.<Layers>of(
                        new GateOfUnits(Shape.image(3, 41, 31), 5),
                        new GateOfUnits(Shape.image(2, 36, 40), 20),
                        new GateOfUnits(Shape.image(2, 36, 40), 16),
                        new GateOfUnits(Shape.image(2, 1, 1031), 8))
                .map(layers -> new Case(new LayeredNetwork(layers), 4));
    }

    private static Stream<Case> both(KernelUnderTest kernel) {
        return Stream.of(inner(kernel), new Case(SingleKernelNetwork.firstLayer(kernel), 4));
    }

    private static Case inner(KernelUnderTest kernel) {
        return new Case(new LayeredNetwork(new BehindConvolution(kernel)), 4);
    }

    static Stream<TestedKernels> compared() {
        return TestedKernels.compared().stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void forwardAndBackwardEqualTheReference(TestedKernels kernels, Case tested) {
        TestBatch batch = tested.network().batch(tested.batch());
        step(kernels.create(), tested.network(), batch)
                .isCloseTo(step(new ReferenceKernelSet(), tested.network(), batch));
    }

    /** A full batch and a tail take turns in one arena; each step is what it is alone, bit for bit. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void bindingsThatShareAnArenaDontDisturbEachOther(TestedKernels kernels, Case tested) {
        KernelSet set = kernels.create();
        TestNetwork network = tested.network();
        TestBatch full = network.batch(tested.batch());
        TestBatch tail = network.batch(tested.batch() - 1);
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 1)) {
            workspace.reserve(Mode.TRAINING, full.size());
            workspace.reserve(Mode.TRAINING, tail.size());
            for (int round = 0; round < 2; round++) {
                twoSteps(workspace.training(full.size()), parameters, full).isEqualTo(step(set, network, full));
                twoSteps(workspace.training(tail.size()), parameters, tail).isEqualTo(step(set, network, tail));
            }
        }
    }

    /** Of 100,003 logits, all but one the same, as many as no float counts up to in thirds. */
    @ParameterizedTest
    @MethodSource("compared")
    void theSoftmaxOfAHundredThousandClasses(TestedKernels kernels) {
        int classes = 100_003;
        LogitsNetwork network = new LogitsNetwork(2, classes);
        float[][] logits = new float[2][classes];
        Random random = new Random(3);
        double[] sums = new double[2];
        for (int n = 0; n < 2; n++) {
            for (int k = 0; k < classes; k++) {
                logits[n][k] = (float) random.nextGaussian();
                sums[n] += Math.exp(logits[n][k]);
            }
        }
        KernelSet set = kernels.create();
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 1)) {
            network.write(parameters, logits);
            workspace.reserve(Mode.TRAINING, 2);
            Observation step = Observation.ofStep(workspace.training(2), parameters, network.batch(7, classes - 1), 0);
            double expected = (Math.log(sums[0]) - logits[0][7] + Math.log(sums[1]) - logits[1][classes - 1]) / 2;
            assertThat(step.loss()).isCloseTo(expected, within(1e-6));
            double[] found = new double[classes - 1];
            double[] shares = new double[classes - 1];
            for (int k = 0; k < classes - 1; k++) {
                found[k] = step.gradient("logits.weight")[2 * k + 1];
                shares[k] = Math.exp(logits[1][k]) / sums[1] / 2;
            }
            assertThat(RelativeError.between(found, shares)).isLessThan(1e-6);
        }
    }

    private static Observation step(KernelSet set, TestNetwork network, TestBatch batch) {
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 1)) {
            workspace.reserve(Mode.TRAINING, batch.size());
            return twoSteps(workspace.training(batch.size()), parameters, batch);
        }
    }

    private static Observation twoSteps(TrainingSession session, ParameterMemory parameters, TestBatch batch) {
        TestBatch.fill(parameters);
        Observation.ofStep(session, parameters, batch, 1);
        return Observation.ofStep(session, parameters, batch, 2);
    }
}
