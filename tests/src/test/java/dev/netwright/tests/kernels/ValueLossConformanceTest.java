package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.ErrorFunction;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.Mode;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import dev.netwright.tests.kernels.reference.ReferenceParameters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The losses of outputs that have target values. */
@Tag("numeric")
class ValueLossConformanceTest {
    private static final double DIFFERENCE = 1e-5;

    static Stream<RegressionNetwork> networks() {
        return Stream.of(
                new RegressionNetwork(
                        new TestedLinear(Shape.features(5), 3, Bias.TRAINED, ActivationFunction.TANH), 0.5),
                new RegressionNetwork(
                        TestedConvolution.of(
                                        Shape.image(1, 6, 8),
                                        1,
                                        Window.of(1, 2, 1, 1, 0, 0),
                                        ActivationFunction.IDENTITY)
                                .withoutBias(),
                        1),
                new RegressionNetwork(
                        TestedConvolution.of(
                                Shape.image(2, 5, 4), 3, Window.of(3, 2, 1, 1, 1, 0), ActivationFunction.SIGMOID),
                        0.25),
                new RegressionNetwork(
                        TestedConvolution.of(
                                Shape.image(2, 5, 4), 3, Window.of(3, 2, 1, 1, 1, 0), ActivationFunction.SIGMOID),
                        new MeanError.Form(new ErrorFunction.Squared())),
                new RegressionNetwork(
                        TestedConvolution.of(
                                Shape.image(2, 5, 4), 3, Window.of(3, 3, 1, 1, 1, 1), ActivationFunction.IDENTITY),
                        new PixelCrossEntropy.Form()),
                new RegressionNetwork(
                        TestedConvolution.of(
                                Shape.image(2, 5, 4), 17, Window.of(3, 3, 1, 1, 1, 1), ActivationFunction.TANH),
                        new PixelDice.Form()),
                new RegressionNetwork(
                        new TestedLinear(Shape.features(5), 7, Bias.TRAINED, ActivationFunction.TANH),
                        new MeanError.Form(new ErrorFunction.Absolute())),
                new RegressionNetwork(
                        new TestedLinear(Shape.features(5), 1, Bias.TRAINED, ActivationFunction.IDENTITY),
                        new MeanError.Form(new ErrorFunction.Huber(0.75))),
                new RegressionNetwork(
                        new TrainedWithHead(new AuxiliaryHead(Shape.image(2, 5, 4), 0.3)),
                        new MeanError.Form(new ErrorFunction.Squared())),
                new RegressionNetwork(
                        new TrainedWithHead(new AuxiliaryHead(Shape.image(2, 5, 4), 0.4)),
                        new SigmoidCrossEntropy.Form()));
    }

    static Stream<Arguments> compared() {
        return TestedKernels.compared().stream()
                .flatMap(kernels -> networks().map(network -> Arguments.of(kernels, network)));
    }

    @ParameterizedTest
    @EnumSource
    void itIsTheFactorTimesTheSquaresAndItsGradientTwiceTheFactorTimesTheDifferences(TestedKernels kernels) {
        RegressionNetwork network = new RegressionNetwork(
                new TestedLinear(Shape.features(2), 2, Bias.TRAINED, ActivationFunction.IDENTITY), 0.5);
        KernelSet set = kernels.create();
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            parameters.write(network.parameters().weight("tested"), new float[] {1, 0, 0, 1});
            parameters.write(network.parameters().tensor("tested.bias"), new float[2]);
            workspace.reserve(Mode.TRAINING, 2);
            workspace.training(2).load(new float[] {1, 2, 3, 4}, new float[] {0, 2, 5, 1}, 0);
            Observation step = Observation.ofLoaded(workspace.training(2), parameters);
            // Differences: 1, 0 and -2, 3; the weight's gradient is the sum over images of difference times input.
            assertThat(step.loss()).isEqualTo(7);
            assertThat(step.correct()).isZero();
            assertThat(step.gradient("tested.weight")).containsExactly(-5, -6, 9, 12);
            assertThat(step.gradient("tested.bias")).containsExactly(-1, 3);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("compared")
    void lossAndGradientsEqualTheReference(TestedKernels kernels, RegressionNetwork network) {
        for (int batch : List.of(1, 4, 3)) {
            step(kernels.create(), network, batch).isCloseTo(step(new ReferenceKernelSet(), network, batch));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientsOfTheReferenceAreItsFiniteDifferences(RegressionNetwork network) {
        try (ReferenceParameters parameters = new ReferenceKernelSet().allocate(network.parameters());
                Workspace workspace = new ReferenceKernelSet().workspace(parameters, network.programs(), 0)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, 3);
            TrainingSession session = workspace.training(3);
            for (Parameter parameter : network.parameters().parameters()) {
                double[] computed = new double[parameter.size()];
                double[] differences = new double[parameter.size()];
                step(session, parameters, network, 3);
                for (int i = 0; i < computed.length; i++) {
                    computed[i] = parameters.gradient(parameter, i);
                }
                for (int i = 0; i < computed.length; i++) {
                    double value = parameters.value(parameter, i);
                    parameters.set(parameter, i, value + DIFFERENCE);
                    double above = step(session, parameters, network, 3).loss();
                    parameters.set(parameter, i, value - DIFFERENCE);
                    double below = step(session, parameters, network, 3).loss();
                    parameters.set(parameter, i, value);
                    differences[i] = (above - below) / (2 * DIFFERENCE);
                }
                assertThat(RelativeError.between(computed, differences))
                        .as("gradient of %s", parameter.name())
                        .isLessThan(1e-7);
            }
        }
    }

    private static Observation step(KernelSet set, RegressionNetwork network, int batch) {
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, batch);
            return step(workspace.training(batch), parameters, network, batch);
        }
    }

    private static Observation step(
            TrainingSession session, ParameterMemory parameters, RegressionNetwork network, int batch) {
        Shape input = network.kernel().input();
        float[] images = TestBatch.gaussian(11, batch * input.size(), 1);
        session.load(images, network.targets(batch), 0);
        return Observation.ofLoaded(session, parameters);
    }
}
