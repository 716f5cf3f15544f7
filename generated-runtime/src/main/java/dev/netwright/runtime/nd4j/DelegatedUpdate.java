package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.ParameterUpdate;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** Any other ND4J optimizer: ND4J computes the update from its own schedule, {@code p = p - update}. */
final class DelegatedUpdate implements ParameterUpdate {
    private final GradientUpdater<?> updater;
    private final INDArray gradientRow;
    private final PreparedStep subtract;
    private final @Nullable INDArray state;

    DelegatedUpdate(IUpdater config, INDArray values, INDArray gradients, BackendPolicy policy) {
        long stateFloats = config.stateSize(values.length());
        // An optimizer without state refuses even an empty one.
        state = stateFloats == 0 ? null : Nd4j.createUninitializedDetached(DataType.FLOAT, 1, stateFloats);
        updater = config.instantiate(state, true);
        gradientRow = gradients.reshape('c', 1, gradients.length());
        subtract = FlatUpdate.subtract(values, gradients, policy);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        updater.applyUpdater(gradientRow, iteration, epoch);
        subtract.run();
    }

    @Override
    public void close() {
        if (state != null) {
            state.close();
        }
    }
}
