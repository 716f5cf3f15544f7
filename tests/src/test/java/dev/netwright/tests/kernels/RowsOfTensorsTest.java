package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** First values come by rows, so that a large tensor never exists twice; a kernel set may take them in as many pieces as it likes. */
class RowsOfTensorsTest {
    private static final ParameterTable LARGE = ParameterTable.builder()
            .linear("pieces", 192, 12_000)
            .linear("whole", 100, 12_000)
            .convolution("blocks", 320, 512, 3, 3)
            .build();

    @ParameterizedTest
    @EnumSource
    void tensorsWrittenByRowsAreTheInitializersValues(TestedKernels kernels) {
        CounterRandom random = CounterRandom.seeded(3);
        try (ParameterMemory memory = kernels.create().allocate(LARGE)) {
            for (Parameter parameter : LARGE.tensors()) {
                memory.write(parameter, Initializer.XAVIER_UNIFORM.rows(parameter, random));

                float[] found = new float[parameter.size()];
                memory.read(parameter, found);
                assertThat(found).isEqualTo(Initializer.XAVIER_UNIFORM.values(parameter, random));
            }
        }
    }
}
