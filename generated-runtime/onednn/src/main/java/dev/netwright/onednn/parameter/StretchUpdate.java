package dev.netwright.onednn.parameter;

import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Step;
import dev.netwright.onednn.step.VectorSteps;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** An optimizer's step over a stretch of the flat vectors, with its state: {@code g = g + l2 p}, then the rule. */
public final class StretchUpdate implements AutoCloseable {
    private final List<Parameter> parameters;
    private final long bytes;
    private final NativeBytes state;
    private final List<Step> decay = new ArrayList<>();
    private final VectorUpdate update;

    /**
     * A step over a part of two vectors.
     *
     * @param start first byte
     */
    StretchUpdate(UpdatePlan.Stretch stretch, long start, long bytes, NativeBytes values, NativeBytes gradients) {
        this.parameters = stretch.parameters();
        this.bytes = bytes;
        UpdateRule rule = stretch.rule();
        state = NativeBytes.zeros("states of the optimizer", rule.states() * bytes);
        Tensor p = VectorSteps.vector(values.at(start), bytes);
        Tensor g = VectorSteps.vector(gradients.at(start), bytes);
        if (stretch.l2() > 0) {
            decay.add(VectorSteps.add(p, new FloatPointer(1).put((float) stretch.l2()), g, 1));
        }
        if (!(rule instanceof UpdateRule.GradientDescent descent)) {
            throw new UnsupportedOperationException("until optimizers are ours");
        }
        update = new GradientDescent(descent, p, g, VectorSteps.vector(state.at(0), bytes));
    }

    void step(double learningRate, int iteration, int epoch) {
        for (Step step : decay) {
            step.run();
        }
        update.step(learningRate, iteration, epoch);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<String> kinds() {
        return update.kinds();
    }

    /** A place in a part of the state. */
    Pointer state(int part, long offset) {
        return state.at(part * bytes + offset);
    }

    @Override
    public void close() {
        state.close();
    }
}
