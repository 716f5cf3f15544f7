package dev.netwright.runtime.onednn;

import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.nd4j.VectorUpdate;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/** An optimizer over a network's flat vectors, with its state in their layouts. */
final class OneDnnUpdate implements ParameterUpdate {
    private final OneDnnParameters parameters;
    private final NativeBytes state;
    private final VectorUpdate update;

    OneDnnUpdate(OneDnnParameters parameters, NativeBytes state, VectorUpdate update) {
        this.parameters = parameters;
        this.state = state;
        this.update = update;
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        update.step(learningRate, iteration, epoch);
        parameters.changed();
    }

    @Override
    public List<OptimizerState> states() {
        return OptimizerState.of(update.kinds(), parameters.table().parameters());
    }

    @Override
    public void read(OptimizerState kept, float[] target) {
        parameters.copyOut(kept.parameter(), place(kept), target);
    }

    @Override
    public void write(OptimizerState kept, float[] source) {
        parameters.copyIn(kept.parameter(), source, place(kept));
    }

    @Override
    public void close() {
        if (update instanceof GradientDescent descent) {
            descent.close();
        }
        state.close();
    }

    private Pointer place(OptimizerState kept) {
        return parameters.state(state, kept.partOf(update.kinds()), kept.parameter());
    }
}
