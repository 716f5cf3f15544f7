package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.VectorUpdate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** A step of {@link Delegated}: ND4J computes the update, {@code p = p - update}. */
final class DelegatedUpdate implements VectorUpdate {
    private final IUpdater config;
    private final GradientUpdater<?> updater;
    private final INDArray gradientRow;
    private final PreparedStep subtract;

    DelegatedUpdate(IUpdater original, INDArray values, INDArray gradients, INDArray state, BackendPolicy policy) {
        // A copy, whose learning rate each step sets.
        config = original.clone();
        long parts = config.stateSize(1);
        // An optimizer without state rejects even an empty one.
        updater = config.instantiate(parts == 0 ? null : state.reshape('c', 1, parts * values.length()), true);
        gradientRow = gradients.reshape('c', 1, gradients.length());
        subtract = FlatUpdate.subtract(values, gradients, policy);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        if (config.hasLearningRate()) {
            config.setLrAndSchedule(learningRate, null);
        }
        updater.applyUpdater(gradientRow, iteration, epoch);
        subtract.run();
    }
}
