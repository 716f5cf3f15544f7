package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;
import dev.netwright.runtime.network.NetworkType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes that a class states are those that its two programs ask of a kernel set. */
final class BoundSlotsTest {
    private static final int BATCH = 3;

    static Stream<Named<NetworkType<?>>> types() {
        return ModelClasses.types().stream().map(type -> Named.of(type.name(), type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void slotsOfATrainingStepTakeTheStatedBytes(NetworkType<?> type) {
        assertThat(boundSlots(type, Mode.TRAINING))
                .as(type.name())
                .isPositive()
                .isEqualTo(BATCH * type.trainingBytesPerImage());
    }

    @ParameterizedTest
    @MethodSource("types")
    void slotsOfAPredictionTakeTheStatedBytes(NetworkType<?> type) {
        assertThat(boundSlots(type, Mode.INFERENCE))
                .as(type.name())
                .isPositive()
                .isEqualTo(BATCH * type.inferenceBytesPerImage());
    }

    /** Reserving measures and allocates nothing; the parameters tell a layout its groups and biases. */
    private static long boundSlots(NetworkType<?> type, Mode mode) {
        KernelSet kernels = Nd4jKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(type.parameters());
                Workspace workspace = kernels.workspace(parameters, type.programs(), 0)) {
            workspace.reserve(mode, BATCH);
            return workspace.boundBytes().slots();
        }
    }
}
