package dev.netwright.onednn.parameter;

import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Step;
import dev.netwright.onednn.step.VectorSteps;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * {@code v = momentum v + g; p = p - rate v}, with Nesterov's look-ahead {@code p = p - rate (g + momentum v)}: each assignment is one
 * pass over memory, {@code target = target + factor source} or the like. The gradients stay as they are.
 */
public final class GradientDescent implements VectorUpdate {
    private final UpdateRule.GradientDescent rule;
    private final List<Step> steps = new ArrayList<>();
    private final FloatPointer negativeRate = new FloatPointer(1);
    private final FloatPointer negativeLookAhead = new FloatPointer(1);

    /** A step over equally long vectors; {@code v} is used with momentum alone. */
    GradientDescent(UpdateRule.GradientDescent rule, Tensor p, Tensor g, Tensor v) {
        this.rule = rule;
        if (rule.momentum() == 0) {
            steps.add(VectorSteps.add(g, negativeRate, p, 1));
            return;
        }
        FloatPointer one = new FloatPointer(1).put(1);
        steps.add(VectorSteps.add(g, one, v, rule.momentum()));
        if (rule.nesterov()) {
            steps.add(VectorSteps.add(g, negativeRate, p, 1));
            steps.add(VectorSteps.add(v, negativeLookAhead, p, 1));
        } else {
            steps.add(VectorSteps.add(v, negativeRate, p, 1));
        }
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        negativeRate.put((float) -learningRate);
        negativeLookAhead.put((float) (-learningRate * rule.momentum()));
        for (Step step : steps) {
            step.run();
        }
    }
}
