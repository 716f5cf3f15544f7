package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterVector;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors of all tensors are combined as their formulas say, tensor by tensor and in whatever layout. */
@Tag("numeric")
class ParameterVectorsTest {
    private static final ParameterTable TABLE = BatchNormLeNet28.TYPE.parameters();

    /** A product, a difference and a sum round once each; the sum may be smaller than what is added. */
    private static final double BOUND = 4.0 / (1 << 24);

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void valuesAndStatisticsAreCombinedWithThoseOfAnotherMemory(TestedKernels kernels) {
        KernelSet set = kernels.create();
        try (ParameterMemory x = set.allocate(TABLE);
                ParameterMemory y = set.allocate(TABLE)) {
            fill(x, 1);
            fill(y, 2);
            x.vectors().values().approach(y.vectors().values(), 0.3);
            x.vectors().statistics().combine(0.25, 3, y.vectors().statistics());
            for (Parameter tensor : TABLE.tensors()) {
                float[] before = numbers(tensor, 1);
                float[] other = numbers(tensor, 2);
                double[] expected = new double[before.length];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = tensor.role().isTrainable()
                            ? before[i] + 0.3 * ((double) other[i] - before[i])
                            : 0.25 * before[i] + 3.0 * other[i];
                }
                assertThat(RelativeError.between(wide(read(x, tensor)), expected))
                        .as(tensor.name())
                        .isLessThan(BOUND);
                assertThat(read(y, tensor)).as("the other's %s", tensor.name()).isEqualTo(other);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void equalVectorsDontApproachAndZeroReplacesWhateverWasThere(TestedKernels kernels) {
        KernelSet set = kernels.create();
        try (ParameterMemory x = set.allocate(TABLE);
                ParameterMemory y = set.allocate(TABLE)) {
            fill(y, 2);
            x.write(TABLE.tensor("c1.weight"), notNumbers(TABLE.tensor("c1.weight")));
            x.vectors().values().combine(0, 1, y.vectors().values());
            x.vectors().values().approach(y.vectors().values(), 0.1);
            for (Parameter tensor : TABLE.parameters()) {
                assertThat(read(x, tensor)).as(tensor.name()).isEqualTo(numbers(tensor, 2));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void anOwnVectorHoldsWhatIsPutIntoIt(TestedKernels kernels) {
        try (ParameterMemory x = kernels.create().allocate(TABLE);
                ParameterVector kept = x.vectors().allocate("kept values")) {
            fill(x, 1);
            kept.combine(0, 2, x.vectors().values());
            x.vectors().values().combine(-1, 1, kept);
            for (Parameter tensor : TABLE.parameters()) {
                assertThat(read(x, tensor)).as(tensor.name()).isEqualTo(numbers(tensor, 1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void statisticsAreNotCombinedWithValues(TestedKernels kernels) {
        try (ParameterMemory x = kernels.create().allocate(TABLE)) {
            assertThatThrownBy(
                            () -> x.vectors().values().combine(1, 1, x.vectors().statistics()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected a vector of");
        }
    }

    private static void fill(ParameterMemory memory, int seed) {
        TABLE.tensors().forEach(tensor -> memory.write(tensor, numbers(tensor, seed)));
    }

    private static float[] numbers(Parameter tensor, int seed) {
        return TestBatch.gaussian(100L * seed + tensor.name().hashCode(), tensor.size(), 1);
    }

    private static float[] notNumbers(Parameter tensor) {
        float[] values = new float[tensor.size()];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static float[] read(ParameterMemory memory, Parameter tensor) {
        float[] values = new float[tensor.size()];
        memory.read(tensor, values);
        return values;
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
