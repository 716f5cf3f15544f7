package dev.netwright.nd4j;

import dev.netwright.runtime.engine.optimizer.DirectVector;
import dev.netwright.runtime.engine.optimizer.HeapUpdate;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;

/** An optimizer's step over a stretch of the flat vectors, with its state: {@code g = g + l2 p}, then the rule. */
final class StretchUpdate implements AutoCloseable {
    private final List<Parameter> parameters;
    private final UpdateRule rule;
    private final double rateFactor;
    private final long length;
    private final FlatArray state;
    private final PreparedStep decay;
    private final VectorUpdate update;

    /** A step over equally long vectors. */
    StretchUpdate(UpdatePlan.Stretch stretch, INDArray values, INDArray gradients, BackendPolicy policy) {
        parameters = stretch.parameters();
        rule = stretch.rule();
        rateFactor = stretch.rateFactor();
        length = values.length();
        state = FlatArray.zeros("states of the optimizer", rule.states() * length);
        if (policy == BackendPolicy.CPU && !isNative(rule)) {
            decay = PreparedStep.NONE;
            update =
                    HeapUpdate.of(rule, stretch.l2(), length, memory(values), memory(gradients), memory(state.whole()));
        } else {
            decay = stretch.l2() == 0
                    ? PreparedStep.NONE
                    : NativeCall.legacy(new Axpy(values, gradients, gradients, stretch.l2()));
            update = FlatUpdate.of(rule, values, gradients, state.whole(), policy);
        }
    }

    /** ND4J's operations for the other rules have other formulas. */
    private static boolean isNative(UpdateRule rule) {
        return rule instanceof UpdateRule.GradientDescent || rule instanceof UpdateRule.Adam;
    }

    /** An array in the process's own memory. */
    static DirectVector.Memory memory(INDArray array) {
        FloatPointer start = new FloatPointer(array.data().pointer()).getPointer(array.offset());
        return (first, count) -> start.getPointer(first).capacity(count).asBuffer();
    }

    void step(double learningRate, int iteration, int epoch) {
        decay.run();
        update.step(rateFactor * learningRate, iteration, epoch);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<String> kinds() {
        return rule.kinds();
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
