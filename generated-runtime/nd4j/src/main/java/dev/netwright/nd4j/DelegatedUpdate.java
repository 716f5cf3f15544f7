package dev.netwright.nd4j;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** Any other ND4J optimizer: ND4J computes the update, {@code p = p - update}, with the learning rate of each step. */
final class DelegatedUpdate implements VectorUpdate {
    private final IUpdater config;
    private final GradientUpdater<?> updater;
    private final INDArray gradientRow;
    private final PreparedStep subtract;
    private final List<String> kinds;

    DelegatedUpdate(IUpdater original, INDArray values, INDArray gradients, INDArray state, BackendPolicy policy) {
        // A copy, whose learning rate each step sets.
        config = original.clone();
        int parts = Math.toIntExact(config.stateSize(1));
        // An optimizer without state refuses even an empty one.
        updater = config.instantiate(parts == 0 ? null : state.reshape('c', 1, parts * values.length()), true);
        gradientRow = gradients.reshape('c', 1, gradients.length());
        subtract = FlatUpdate.subtract(values, gradients, policy);
        kinds = parts == 0 ? List.of() : kinds(updater.getState(), parts);
    }

    /** ND4J's names; an optimizer that someone else wrote may tell fewer than it keeps. */
    private static List<String> kinds(Map<String, INDArray> state, int parts) {
        if (state.size() != parts) {
            return IntStream.range(0, parts).mapToObj(i -> "state" + i).toList();
        }
        return state.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().offset()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        if (config.hasLearningRate()) {
            config.setLrAndSchedule(learningRate, null);
        }
        updater.applyUpdater(gradientRow, iteration, epoch);
        subtract.run();
    }

    @Override
    public List<String> kinds() {
        return kinds;
    }
}
