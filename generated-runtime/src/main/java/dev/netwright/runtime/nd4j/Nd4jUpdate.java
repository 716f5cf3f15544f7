package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.ParameterUpdate;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An optimizer over a network's flat vectors, with its state in their layout. */
final class Nd4jUpdate implements ParameterUpdate {
    private final Nd4jParameters parameters;
    private final FlatArray state;
    private final VectorUpdate update;

    Nd4jUpdate(Nd4jParameters parameters, FlatArray state, VectorUpdate update) {
        this.parameters = parameters;
        this.state = state;
        this.update = update;
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        update.step(learningRate, iteration, epoch);
    }

    @Override
    public List<OptimizerState> states() {
        return OptimizerState.of(update.kinds(), parameters.table().parameters());
    }

    @Override
    public void read(OptimizerState kept, float[] target) {
        Nd4jParameters.copyOut(kept.parameter(), view(kept), target);
    }

    @Override
    public void write(OptimizerState kept, float[] source) {
        Nd4jParameters.copyIn(kept.parameter(), source, view(kept));
    }

    @Override
    public void close() {
        state.close();
    }

    private INDArray view(OptimizerState kept) {
        return parameters.state(state, kept.partOf(update.kinds()), kept.parameter());
    }
}
