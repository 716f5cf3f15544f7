package dev.netwright.onednn.parameter;

import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.runtime.engine.optimizer.DirectVector;
import dev.netwright.runtime.engine.optimizer.HeapVector;
import dev.netwright.runtime.kernel.ParameterVector;
import dev.netwright.runtime.kernel.ParameterVectors;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * The flat vectors of {@link OneDnnParameters}, combined by loops in Java. What layouts add to a tensor is 0 in every vector and stays so.
 * Each is made when it is first asked for, because it takes memory.
 */
final class OneDnnVectors implements ParameterVectors {
    private final OneDnnParameters parameters;
    private final Supplier<NativeBytes> valueBytes;
    private final Supplier<NativeBytes> statisticBytes;
    private final Supplier<NativeBytes> gradientBytes;
    private @Nullable ParameterVector values;
    private @Nullable ParameterVector statistics;
    private @Nullable ParameterVector gradients;

    OneDnnVectors(
            OneDnnParameters parameters,
            Supplier<NativeBytes> values,
            Supplier<NativeBytes> statistics,
            Supplier<NativeBytes> gradients) {
        this.parameters = parameters;
        valueBytes = values;
        statisticBytes = statistics;
        gradientBytes = gradients;
    }

    @Override
    public synchronized ParameterVector values() {
        if (values == null) {
            values = vector(valueBytes.get(), parameters.bytes(), parameters::changed, () -> {});
        }
        return values;
    }

    @Override
    public synchronized ParameterVector statistics() {
        if (statistics == null) {
            statistics = vector(statisticBytes.get(), parameters.statisticsBytes(), parameters::changed, () -> {});
        }
        return statistics;
    }

    @Override
    public synchronized ParameterVector gradients() {
        if (gradients == null) {
            gradients = vector(gradientBytes.get(), parameters.bytes(), () -> {}, () -> {});
        }
        return gradients;
    }

    @Override
    public ParameterVector allocate(String what) {
        NativeBytes memory = NativeBytes.zeros(what, parameters.bytes());
        return vector(memory, parameters.bytes(), () -> {}, memory::close);
    }

    private static ParameterVector vector(NativeBytes memory, long bytes, Runnable onChange, Runnable onClose) {
        return HeapVector.of(bytes / Float.BYTES, floats(memory), onChange, onClose);
    }

    private static DirectVector.Memory floats(NativeBytes memory) {
        return (first, count) ->
                new FloatPointer(memory.at(first * Float.BYTES)).capacity(count).asBuffer();
    }
}
