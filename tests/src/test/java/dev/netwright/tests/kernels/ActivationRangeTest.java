package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ActivationKind;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function over its whole range: where it is flat, at the places where its derivative jumps, and where an exponential overflows. Other
 * tests have arguments around 1.
 */
@Tag("numeric")
class ActivationRangeTest {
    private static final int BATCH = 4;
    /** Where rectifiers and the clipped functions bend: there the derivative is that of the side below 0, or of the flat side. */
    private static final float[] BENDS = {0, -3, 3, 6};

    static Stream<Arguments> cases() {
        return TestedKernels.compared().stream()
                .flatMap(kernels -> KernelCases.FUNCTIONS.stream()
                        .flatMap(function -> Stream.of(Shape.image(17, 3, 5), Shape.features(45))
                                .flatMap(shape -> Stream.of(8f, 100f)
                                        .map(range -> Arguments.of(kernels, function, shape, range)))));
    }

    @ParameterizedTest(name = "{0}: {1} of {2} up to {3}")
    @MethodSource("cases")
    void valuesAndDerivativesEqualTheReference(
            TestedKernels kernels, ActivationFunction function, Shape shape, float range) {
        step(kernels.create(), function, shape, range)
                .isCloseTo(step(new ReferenceKernelSet(), function, shape, range));
        assertThat(RelativeError.between(
                        logits(kernels.create(), function, shape, range),
                        logits(new ReferenceKernelSet(), function, shape, range)))
                .as("logits")
                .isLessThan(Observation.FLOAT32_BOUND);
    }

    private static Observation step(KernelSet set, ActivationFunction function, Shape shape, float range) {
        SingleKernelNetwork network = SingleKernelNetwork.innerLayer(TestedActivation.of(shape, function));
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            fill(parameters, function, range);
            workspace.reserve(Mode.TRAINING, BATCH);
            return Observation.ofStep(workspace.training(BATCH), parameters, network.batch(BATCH), 0);
        }
    }

    private static float[] logits(KernelSet set, ActivationFunction function, Shape shape, float range) {
        SingleKernelNetwork network = SingleKernelNetwork.innerLayer(TestedActivation.of(shape, function));
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            fill(parameters, function, range);
            workspace.reserve(Mode.INFERENCE, BATCH);
            return Observation.logits(workspace.inference(BATCH), network.batch(BATCH), TestNetwork.CLASSES);
        }
    }

    /** The arguments are the weights of {@code source}: the bends, and numbers from {@code -range} to {@code range}. */
    private static void fill(ParameterMemory parameters, ActivationFunction function, float range) {
        TestBatch.fill(parameters);
        // PyTorch has 3/2 as the derivative of hard-swish at 3, which neither of its sides has; engines differ.
        float[] bends = function.kind() == ActivationKind.HARD_SWISH ? new float[0] : BENDS;
        float[] arguments = new float[parameters.table().weight("source").size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i < bends.length ? bends[i] : range * (2f * i / arguments.length - 1);
        }
        parameters.write(parameters.table().weight("source"), arguments);
        parameters.write(
                parameters.table().tensor("source.bias"),
                new float[parameters.table().tensor("source.bias").size()]);
    }
}
