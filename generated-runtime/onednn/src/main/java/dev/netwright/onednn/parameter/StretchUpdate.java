package dev.netwright.onednn.parameter;

import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Step;
import dev.netwright.onednn.step.VectorSteps;
import dev.netwright.runtime.engine.optimizer.DirectVector;
import dev.netwright.runtime.engine.optimizer.HeapUpdate;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** An optimizer's step over a stretch of the flat vectors, with its state: {@code g = g + l2 p}, then the rule. */
public final class StretchUpdate implements AutoCloseable {
    private final List<Parameter> parameters;
    private final UpdateRule rule;
    private final double rateFactor;
    private final long bytes;
    private final NativeBytes state;
    private final VectorUpdate update;

    /**
     * A step over a part of two vectors.
     *
     * @param start first byte
     */
    StretchUpdate(UpdatePlan.Stretch stretch, long start, long bytes, NativeBytes values, NativeBytes gradients) {
        this.parameters = stretch.parameters();
        this.rule = stretch.rule();
        rateFactor = stretch.rateFactor();
        this.bytes = bytes;
        state = NativeBytes.zeros("states of the optimizer", rule.states() * bytes);
        update = rule instanceof UpdateRule.GradientDescent descent
                ? descent(descent, stretch.l2(), values.at(start), gradients.at(start))
                : HeapUpdate.of(
                        rule,
                        stretch.l2(),
                        bytes / Float.BYTES,
                        memory(values, start),
                        memory(gradients, start),
                        memory(state, 0));
    }

    private VectorUpdate descent(UpdateRule.GradientDescent descent, double l2, Pointer values, Pointer gradients) {
        Tensor p = VectorSteps.vector(values, bytes);
        Tensor g = VectorSteps.vector(gradients, bytes);
        VectorUpdate step = new GradientDescent(descent, p, g, VectorSteps.vector(state.at(0), bytes));
        if (l2 == 0) {
            return step;
        }
        Step decay = VectorSteps.add(p, new FloatPointer(1).put((float) l2), g, 1);
        return (learningRate, iteration, epoch) -> {
            decay.run();
            step.step(learningRate, iteration, epoch);
        };
    }

    private static DirectVector.Memory memory(NativeBytes memory, long start) {
        return (first, count) -> new FloatPointer(memory.at(start + first * Float.BYTES))
                .capacity(count)
                .asBuffer();
    }

    void step(double learningRate, int iteration, int epoch) {
        update.step(rateFactor * learningRate, iteration, epoch);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<String> kinds() {
        return rule.kinds();
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
