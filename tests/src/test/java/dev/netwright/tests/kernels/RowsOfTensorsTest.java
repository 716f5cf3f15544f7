package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.random.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** First values come by rows, so that a large tensor never exists twice; a kernel set may take them in as many pieces as it likes. */
class RowsOfTensorsTest {
    /** Two matrices of 12,800 columns, and the weights of a convolution. */
    private static final ParameterTable LARGE = ParameterTable.of(NetworkLayers.of(Shape.image(512, 5, 5))
            .block("network")
            .convolution("blocks", 320, Window.square(3, 1, 1))
            .from(Value.IMAGES)
            .linear("pieces", 192)
            .from(Value.IMAGES)
            .linear("whole", 100)
            .crossEntropy());

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
