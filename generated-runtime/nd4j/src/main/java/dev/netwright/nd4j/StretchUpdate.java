package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.UpdatePlan;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;

/** An optimizer's step over a stretch of the flat vectors, with its state: {@code g = g + l2 p}, then the rule. */
final class StretchUpdate implements AutoCloseable {
    private final List<Parameter> parameters;
    private final long length;
    private final FlatArray state;
    private final PreparedStep decay;
    private final VectorUpdate update;

    /** A step over equally long vectors. */
    StretchUpdate(UpdatePlan.Stretch stretch, INDArray values, INDArray gradients, BackendPolicy policy) {
        parameters = stretch.parameters();
        length = values.length();
        state = FlatArray.zeros("states of the optimizer", stretch.rule().states() * length);
        decay = stretch.l2() == 0
                ? PreparedStep.NONE
                : NativeCall.legacy(new Axpy(values, gradients, gradients, stretch.l2()));
        update = FlatUpdate.of(stretch.rule(), values, gradients, state.whole(), policy);
    }

    void step(double learningRate, int iteration, int epoch) {
        decay.run();
        update.step(learningRate, iteration, epoch);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<String> kinds() {
        return update.kinds();
    }

    /** Where a part of the state begins, and all of it. */
    FlatArray state() {
        return state;
    }

    long start(int part) {
        return part * length;
    }

    @Override
    public void close() {
        state.close();
    }
}
