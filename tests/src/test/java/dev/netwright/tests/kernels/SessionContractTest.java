package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.kernel.Workspace;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a kernel set refuses, and what it says then. */
class SessionContractTest {
    private static final LogitsNetwork NETWORK = new LogitsNetwork(2, 3);

    @ParameterizedTest
    @EnumSource
    void aLabelOutOfRangeIsRefusedAndChangesNothing(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.TRAINING, 2);
            Observation before = Observation.ofStep(workspace.training(2), parameters, NETWORK.batch(0, 1), 0);
            for (int label : new int[] {-1, 3}) {
                assertThatThrownBy(() -> workspace.training(2).load(new float[4], new int[] {0, label}, 1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("image 1")
                        .hasMessageContaining("label " + label)
                        .hasMessageContaining("expected 0 to 2");
            }
            workspace.training(2).program().forward();
            assertThat(workspace.training(2).program().loss())
                    .as("the batch before is still loaded")
                    .isEqualTo(before.loss());
        });
    }

    @ParameterizedTest
    @EnumSource
    void tooFewPixelsAreRefused(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.TRAINING, 2);
            workspace.reserve(Mode.INFERENCE, 2);
            assertThatThrownBy(() -> workspace.training(2).load(new float[3], new int[2], 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a batch of 2 images needs 4 numbers, found 3");
            assertThatThrownBy(() -> workspace.inference(2).load(new float[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a batch of 2 images needs 4 numbers, found 3");
        });
    }

    @ParameterizedTest
    @EnumSource
    void tooFewLabelsAreRefused(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.TRAINING, 2);
            assertThatThrownBy(() -> workspace.training(2).load(new float[4], new int[1], 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a batch of 2 images needs as many labels, found 1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCrossEntropyTakesNoSharesThatDontAddUpToOne(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.TRAINING, 2);
            Observation before = Observation.ofStep(workspace.training(2), parameters, NETWORK.batch(0, 1), 0);
            assertThatThrownBy(() -> workspace.training(2).load(new float[4], new float[] {1, 0, 0, 0, 0.5f, 0}, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("add up to 1");
            assertThatThrownBy(() -> workspace.training(2).load(new float[4], new float[5], 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("targets, found 5");
            workspace.training(2).program().forward();
            assertThat(workspace.training(2).program().loss())
                    .as("the batch before is still loaded")
                    .isEqualTo(before.loss());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSquaredErrorTakesNoLabels(TestedKernels kernels) {
        withTargets(kernels, workspace -> {
            assertThatThrownBy(() -> workspace.training(2).load(new float[4], new int[2], 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("targets");
            workspace.training(2).load(new float[] {1, 2, 3, 4}, new float[6], 0);
        });
    }

    @ParameterizedTest
    @EnumSource
    void tooFewTargetsAreRefused(TestedKernels kernels) {
        withTargets(
                kernels,
                workspace -> assertThatThrownBy(() -> workspace.training(2).load(new float[4], new float[5], 0))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("a batch of 2 images needs 6 target values, found 5"));
    }

    @ParameterizedTest
    @EnumSource
    void aNormOfSingleValuesIsRefusedBeforeThereIsMemory(TestedKernels kernels) {
        Shape vector = Shape.features(5);
        TestNetwork network =
                SingleKernelNetwork.innerLayer(TestedNorm.of(vector, NormSettings.DEFAULT, ActivationFunction.RELU));
        KernelSet set = kernels.create();
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            assertThatThrownBy(() -> workspace.reserve(Mode.TRAINING, 1))
                    .isInstanceOf(SingleValueNormException.class)
                    .hasMessageContaining("batch norm tested gets 5x1x1")
                    .hasMessageContaining("at least 2 images");
            workspace.reserve(Mode.TRAINING, 2);
            workspace.reserve(Mode.INFERENCE, 1);
            assertThat(workspace.training(2).batch()).isEqualTo(2);
            assertThat(workspace.inference(1).batch()).isEqualTo(1);
            assertThatThrownBy(() -> workspace.training(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("TRAINING batch of 1 was not reserved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreLogitsThanThereAreCannotBeRead(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.INFERENCE, 2);
            assertThatThrownBy(() -> workspace.inference(2).logits(new float[7]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("6 numbers, found 7");
        });
    }

    @ParameterizedTest
    @EnumSource
    void pixelsPastTheBatchAreIgnored(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.TRAINING, 2);
            Observation exact = Observation.ofStep(workspace.training(2), parameters, NETWORK.batch(0, 1), 0);
            TestBatch longer = new TestBatch(new float[] {1, 0, 0, 1, 9, 9}, new int[] {0, 1});
            Observation.ofStep(workspace.training(2), parameters, longer, 0).isEqualTo(exact);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anUnreservedBatchIsRefused(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.TRAINING, 2);
            assertThatThrownBy(() -> workspace.training(3))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("TRAINING batch of 3 was not reserved");
            assertThatThrownBy(() -> workspace.inference(2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("INFERENCE batch of 2 was not reserved");
        });
    }

    @ParameterizedTest
    @EnumSource
    void afterTheFirstSessionNothingCanBeReserved(TestedKernels kernels) {
        inWorkspace(kernels, (parameters, workspace) -> {
            workspace.reserve(Mode.TRAINING, 2);
            assertThat(workspace.training(2)).isSameAs(workspace.training(2));
            assertThatThrownBy(() -> workspace.reserve(Mode.TRAINING, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("reserve every batch size before a session");
        });
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyBatchIsRefused(TestedKernels kernels) {
        inWorkspace(
                kernels,
                (parameters, workspace) -> assertThatThrownBy(() -> workspace.reserve(Mode.INFERENCE, 0))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("a batch has at least 1 image, found 0"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutATrainingProgramThereAreNoGradients(TestedKernels kernels) {
        inWorkspace(
                kernels,
                (parameters, workspace) -> assertThatThrownBy(() ->
                                parameters.readGradient(NETWORK.parameters().tensor("logits.bias"), new float[3]))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("no training program is bound"));
    }

    @ParameterizedTest
    @EnumSource
    void aRunningStatisticHasNoGradient(TestedKernels kernels) {
        Shape image = Shape.image(2, 3, 3);
        TestNetwork network =
                SingleKernelNetwork.firstLayer(TestedNorm.of(image, NormSettings.DEFAULT, ActivationFunction.RELU));
        KernelSet set = kernels.create();
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            workspace.reserve(Mode.TRAINING, 2);
            assertThat(workspace.training(2).batch()).isEqualTo(2);
            assertThatThrownBy(
                            () -> parameters.readGradient(network.parameters().runningMean("tested"), new float[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tested.running_mean follows the batches and has no gradient");
        }
    }

    @ParameterizedTest
    @EnumSource
    void parametersOfAnotherSizeNetworkOrKernelSetAreRefused(TestedKernels kernels) {
        KernelSet set = kernels.create();
        KernelSet other = (kernels == TestedKernels.REFERENCE ? TestedKernels.ND4J : TestedKernels.REFERENCE).create();
        LogitsNetwork larger = new LogitsNetwork(2, 4);
        inWorkspace(kernels, (parameters, workspace) -> {
            assertThatThrownBy(() -> parameters.write(NETWORK.parameters().tensor("logits.bias"), new float[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("logits.bias has 3 values, found 4");
            assertThatThrownBy(() -> parameters.read(larger.parameters().tensor("logits.bias"), new float[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("logits.bias belongs to another network");
        });
        try (ParameterMemory foreign = other.allocate(NETWORK.parameters())) {
            assertThatThrownBy(() -> set.workspace(foreign, NETWORK.programs(), 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected parameters of this kernel set");
        }
    }

    private interface Check {
        void run(ParameterMemory parameters, Workspace workspace);
    }

    private static void withTargets(TestedKernels kernels, Consumer<Workspace> check) {
        RegressionNetwork network = new RegressionNetwork(
                new TestedLinear(Shape.features(2), 3, Bias.TRAINED, ActivationFunction.IDENTITY), 1);
        KernelSet set = kernels.create();
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            workspace.reserve(Mode.TRAINING, 2);
            check.accept(workspace);
        }
    }

    private static void inWorkspace(TestedKernels kernels, Check check) {
        KernelSet set = kernels.create();
        try (ParameterMemory parameters = set.allocate(NETWORK.parameters());
                Workspace workspace = set.workspace(parameters, NETWORK.programs(), 0)) {
            NETWORK.write(parameters, new float[][] {{1, 2, 3}, {4, 5, -6}});
            check.run(parameters, workspace);
        }
    }
}
