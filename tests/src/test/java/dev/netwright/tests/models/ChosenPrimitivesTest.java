package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.onednn.ChosenPrimitives;
import dev.netwright.runtime.onednn.OneDnnKernelSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** oneDNN has code of its own for everything that the published networks ask of it. */
class ChosenPrimitivesTest {
    static Stream<NetworkType<?>> types() {
        return ModelClasses.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void noPrimitiveFallsBackToReferenceCode(NetworkType<?> type) {
        for (Mode mode : Mode.values()) {
            assertThat(primitives(type, mode, 4).implementations())
                    .as("%s of %s", mode, type.name())
                    .noneMatch(primitive -> primitive.contains(" ref"));
        }
    }

    private static ChosenPrimitives primitives(NetworkType<?> type, Mode mode, int batch) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(type.parameters())) {
            return kernels.primitives(parameters, type.programs(), mode, batch);
        }
    }
}
