package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.exercises.SmallCnn;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.vgg.Vgg11EighthAt96;
import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.engine.memory.NativeMemory;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.PlannedBytes;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.NetworkType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a kernel set plans for a batch on this machine, as {@code doctor} prints it, is what a binding of that batch allocates. */
final class PlanAtBindingTest {
    private static final double MOST_PERCENT = 5;

    static Stream<Arguments> bindings() {
        List<NetworkType<?>> types = List.of(
                LeNet28.TYPE,
                BatchNormLeNet28.TYPE,
                SmallCnn.TYPE,
                CifarNin.TYPE,
                Vgg11EighthAt96.TYPE,
                GoogLeNet96.TYPE,
                ResNet18At96.TYPE,
                DenseNet96.TYPE);
        return Stream.<KernelSet>of(OneDnnKernelSet.create(), Nd4jKernelSet.create())
                .flatMap(kernels -> types.stream()
                        .flatMap(type -> Stream.of(Mode.values())
                                .flatMap(mode -> Stream.of(2, 32)
                                        .map(batch -> Arguments.of(kernels.name(), kernels, type, mode, batch)))));
    }

    @ParameterizedTest(name = "{0} {2} {3} {4}")
    @MethodSource("bindings")
    void aBindingTakesWhatWasPlanned(String name, KernelSet kernels, NetworkType<?> type, Mode mode, int batch) {
        PlannedBytes planned = kernels.plannedBytes(type.parameters(), type.programs(), mode, batch);
        long before = NativeMemory.heldBytes();

        try (ParameterMemory parameters = kernels.allocate(type.parameters());
                Workspace workspace = kernels.workspace(parameters, type.programs(), 0)) {
            workspace.reserve(mode, batch);
            Object session = mode == Mode.TRAINING ? workspace.training(batch) : workspace.inference(batch);
            long taken = NativeMemory.heldBytes() - before;

            long expected = mode == Mode.TRAINING ? planned.trainingBytes(0) : planned.inferenceBytes();
            System.out.printf(
                    Locale.ROOT,
                    "%-7s %-45s %-9s %3d planned %,13d taken %,13d %.4f%n",
                    name,
                    type.name(),
                    mode,
                    batch,
                    expected,
                    taken,
                    (double) expected / taken);
            assertThat(session).isNotNull();
            assertThat(expected).isCloseTo(taken, withinPercentage(MOST_PERCENT));
        }
    }

    @Test
    void planningTakesNothing() {
        for (KernelSet kernels : List.of(OneDnnKernelSet.create(), Nd4jKernelSet.create())) {
            long before = NativeMemory.heldBytes();

            assertThat(kernels.plannedBytes(
                                    ResNet18At96.TYPE.parameters(), ResNet18At96.TYPE.programs(), Mode.TRAINING, 256)
                            .binding())
                    .isPositive();

            assertThat(NativeMemory.heldBytes()).isEqualTo(before);
        }
    }
}
