package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * An optimizer that ND4J computes with each step's learning rate. Checkpoints identify it by this class's name.
 *
 * @param updater ND4J's configuration
 */
public record Delegated(IUpdater updater) implements UpdateRule.Custom {
    @Override
    public int states() {
        return Math.toIntExact(updater.stateSize(1));
    }

    /** ND4J's names; an optimizer from elsewhere may name fewer states than it keeps, and then all are numbered. */
    @Override
    public List<String> kinds() {
        int parts = states();
        if (parts == 0) {
            return List.of();
        }
        GradientUpdater<?> instance = updater.clone().instantiate(Nd4j.zeros(DataType.FLOAT, 1, parts), true);
        Map<String, INDArray> state = instance.getState();
        return state.size() == parts
                ? state.entrySet().stream()
                        .sorted(Comparator.comparingLong(
                                entry -> entry.getValue().offset()))
                        .map(Map.Entry::getKey)
                        .toList()
                : IntStream.range(0, parts).mapToObj(i -> "state" + i).toList();
    }

    @Override
    public VectorUpdate bind(FloatBuffer values, FloatBuffer gradients, FloatBuffer states) {
        return new DelegatedUpdate(updater, array(values), array(gradients), array(states), BackendPolicy.CPU);
    }

    private static INDArray array(FloatBuffer buffer) {
        long length = buffer.capacity();
        return length == 0
                ? Nd4j.empty(DataType.FLOAT)
                : Nd4j.create(
                        Nd4j.createBuffer(new FloatPointer(buffer), length, DataType.FLOAT),
                        new long[] {length},
                        new long[] {1},
                        0,
                        'c');
    }
}
