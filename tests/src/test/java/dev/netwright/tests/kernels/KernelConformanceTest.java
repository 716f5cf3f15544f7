package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import dev.netwright.tests.kernels.reference.ReferenceParameters;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel of every kernel set, alone and in the company that some are made for. */
@Tag("numeric")
@Tag("slow")
class KernelConformanceTest {
    private static final long SEED = 42;
    private static final int STEP = 7;
    private static final double DIFFERENCE = 1e-5;
    private static final int PROBES_PER_PARAMETER = 30;

    static Stream<Arguments> everywhere() {
        return on(Stream.of(TestedKernels.values()));
    }

    static Stream<Arguments> compared() {
        return on(TestedKernels.compared().stream());
    }

    private static Stream<Arguments> on(Stream<TestedKernels> sets) {
        return sets.flatMap(kernels -> KernelCases.all().stream().map(network -> Arguments.of(kernels, network)));
    }

    static Stream<TestNetwork> networks() {
        return KernelCases.all().stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("compared")
    void forwardAndBackwardEqualTheReference(TestedKernels kernels, TestNetwork network) {
        for (int size : network.batches()) {
            TestBatch batch = network.batch(size);
            step(kernels.create(), network, batch).isCloseTo(step(new ReferenceKernelSet(), network, batch));
            assertThat(RelativeError.between(
                            inference(kernels.create(), network, batch),
                            inference(new ReferenceKernelSet(), network, batch)))
                    .as("logits of a batch of %d", size)
                    .isLessThan(Observation.FLOAT32_BOUND);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everywhere")
    void bindingsThatShareAnArenaDontDisturbEachOther(TestedKernels kernels, TestNetwork network) {
        KernelSet set = kernels.create();
        TestBatch full = network.batch(4);
        TestBatch tail = network.batch(3);
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), SEED)) {
            workspace.reserve(Mode.TRAINING, 4);
            workspace.reserve(Mode.TRAINING, 3);
            workspace.reserve(Mode.INFERENCE, 3);
            for (int round = 0; round < 2; round++) {
                twoSteps(workspace.training(4), parameters, full).isEqualTo(step(set, network, full));
                TestBatch.fill(parameters);
                assertThat(Observation.logits(workspace.inference(3), tail, TestNetwork.CLASSES))
                        .isEqualTo(inference(set, network, tail));
                twoSteps(workspace.training(3), parameters, tail).isEqualTo(step(set, network, tail));
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everywhere")
    void inferenceChangesNoParameter(TestedKernels kernels, TestNetwork network) {
        KernelSet set = kernels.create();
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.INFERENCE, 2);
            TestBatch batch = network.batch(2);
            float[] logits = Observation.logits(workspace.inference(2), batch, TestNetwork.CLASSES);
            assertThat(Observation.logits(workspace.inference(2), batch, TestNetwork.CLASSES))
                    .as("the same images again")
                    .isEqualTo(logits);
            try (ParameterMemory untouched = set.allocate(network.parameters())) {
                TestBatch.fill(untouched);
                for (Parameter parameter : network.parameters().tensors()) {
                    assertThat(values(parameters, parameter)).isEqualTo(values(untouched, parameter));
                }
            }
        }
    }

    /** The reference is proved by what needs no formula: {@code (loss(p + d) - loss(p - d)) / 2d}. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientsOfTheReferenceAreItsFiniteDifferences(TestNetwork network) {
        ReferenceKernelSet set = new ReferenceKernelSet();
        TestBatch batch = network.batch(3);
        try (ReferenceParameters parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, 3);
            for (Parameter parameter : network.parameters().parameters()) {
                int probes = Math.min(PROBES_PER_PARAMETER, parameter.size());
                double[] computed = new double[probes];
                double[] differences = new double[probes];
                Observation.ofStep(workspace.training(3), parameters, batch, STEP);
                for (int probe = 0; probe < probes; probe++) {
                    computed[probe] = parameters.gradient(parameter, number(parameter, probe, probes));
                }
                for (int probe = 0; probe < probes; probe++) {
                    differences[probe] =
                            difference(workspace, parameters, batch, parameter, number(parameter, probe, probes));
                }
                assertThat(RelativeError.between(computed, differences))
                        .as("gradient of %s", parameter.name())
                        .isLessThan(1e-7);
            }
        }
    }

    private static int number(Parameter parameter, int probe, int probes) {
        return (int) ((long) probe * parameter.size() / probes);
    }

    private static double difference(
            Workspace workspace, ReferenceParameters parameters, TestBatch batch, Parameter parameter, int number) {
        double value = parameters.value(parameter, number);
        parameters.set(parameter, number, value + DIFFERENCE);
        double above = loss(workspace.training(3), batch);
        parameters.set(parameter, number, value - DIFFERENCE);
        double below = loss(workspace.training(3), batch);
        parameters.set(parameter, number, value);
        return (above - below) / (2 * DIFFERENCE);
    }

    private static double loss(TrainingSession session, TestBatch batch) {
        session.load(batch.images(), batch.labels(), STEP);
        session.program().forward();
        return session.program().loss();
    }

    private static Observation step(KernelSet set, TestNetwork network, TestBatch batch) {
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), SEED)) {
            workspace.reserve(Mode.TRAINING, batch.size());
            return twoSteps(workspace.training(batch.size()), parameters, batch);
        }
    }

    /** The second of two steps from the values that {@link TestBatch#fill} gives: running statistics have moved twice. */
    private static Observation twoSteps(TrainingSession session, ParameterMemory parameters, TestBatch batch) {
        TestBatch.fill(parameters);
        Observation.ofStep(session, parameters, batch, STEP);
        return Observation.ofStep(session, parameters, batch, STEP + 1);
    }

    private static float[] inference(KernelSet set, TestNetwork network, TestBatch batch) {
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.INFERENCE, batch.size());
            return Observation.logits(workspace.inference(batch.size()), batch, TestNetwork.CLASSES);
        }
    }

    private static float[] values(ParameterMemory memory, Parameter parameter) {
        float[] values = new float[parameter.size()];
        memory.read(parameter, values);
        return values;
    }
}
