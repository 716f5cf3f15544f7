package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run looks for weights that aren't finite from time to time: wherever they are, and without memory for the look. */
class LargestMagnitudeTest {
    private static final ParameterTable TABLE = ParameterTable.of(NetworkLayers.of(Shape.features(1_001))
            .block("network")
            .linear("large", 300)
            .crossEntropy());
    private static final Parameter WEIGHT = TABLE.weight("large");

    /** A hundredth of the tensor's. */
    private static final long FEW_BYTES = 12_000;

    @ParameterizedTest
    @EnumSource
    void itIsFoundInEveryPlace(TestedKernels kernels) {
        try (ParameterMemory memory = kernels.create().allocate(TABLE)) {
            for (int place : new int[] {0, (1 << 14) - 1, 1 << 14, 1 << 18, WEIGHT.size() - 1}) {
                assertThat(largest(memory, place, -2)).as("-2 at %d", place).isEqualTo(2);
                assertThat(largest(memory, place, Float.NaN))
                        .as("NaN at %d", place)
                        .isInfinite();
                assertThat(largest(memory, place, Float.NEGATIVE_INFINITY))
                        .as("negative infinity at %d", place)
                        .isInfinite();
            }
        }
    }

    /** The CUDA policy copies on the device first, and the reference is no kernel set to train with. */
    @ParameterizedTest
    @EnumSource(names = {"ONEDNN", "ND4J"})
    void aSecondLookTakesNoMemory(TestedKernels kernels) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ParameterMemory memory = kernels.create().allocate(TABLE)) {
            double first = largest(memory, 7, 3);
            long objects = Pointer.totalCount();
            long bytes = threads.getCurrentThreadAllocatedBytes();
            double second = memory.largest(WEIGHT);
            long taken = threads.getCurrentThreadAllocatedBytes() - bytes;

            assertThat(taken).as("bytes on the heap").isLessThan(FEW_BYTES);
            assertThat(Pointer.totalCount()).as("native objects").isEqualTo(objects);
            assertThat(second).isEqualTo(first).isEqualTo(3);
        }
    }

    private static double largest(ParameterMemory memory, int place, float value) {
        float[] values = new float[WEIGHT.size()];
        values[place] = value;
        memory.write(WEIGHT, values);
        return memory.largest(WEIGHT);
    }
}
