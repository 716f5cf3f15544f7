package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.ParameterVector;
import dev.netwright.runtime.kernel.ParameterVectors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The flat vectors of {@link Nd4jParameters}. Each is made when it is first used, because it takes memory. */
final class Nd4jVectors implements ParameterVectors {
    private final long length;
    private final Supplier<FlatArray> valueArray;
    private final Supplier<FlatArray> statisticArray;
    private final Supplier<FlatArray> gradientArray;
    private final BackendPolicy policy;
    private @Nullable ParameterVector values;
    private @Nullable ParameterVector statistics;
    private @Nullable ParameterVector gradients;

    /**
     * Vectors over arrays.
     *
     * @param length floats of all trainable parameters with their padding
     */
    Nd4jVectors(
            long length,
            Supplier<FlatArray> values,
            Supplier<FlatArray> statistics,
            Supplier<FlatArray> gradients,
            BackendPolicy policy) {
        this.length = length;
        valueArray = values;
        statisticArray = statistics;
        gradientArray = gradients;
        this.policy = policy;
    }

    @Override
    public synchronized ParameterVector values() {
        if (values == null) {
            values = vector(valueArray.get());
        }
        return values;
    }

    @Override
    public synchronized ParameterVector statistics() {
        if (statistics == null) {
            statistics = vector(statisticArray.get());
        }
        return statistics;
    }

    @Override
    public synchronized ParameterVector gradients() {
        if (gradients == null) {
            gradients = vector(gradientArray.get());
        }
        return gradients;
    }

    @Override
    public ParameterVector allocate(String what) {
        FlatArray own = FlatArray.zeros(what, length);
        return Nd4jVector.of(own, own::close, policy);
    }

    private ParameterVector vector(FlatArray flat) {
        return Nd4jVector.of(flat, () -> {}, policy);
    }
}
