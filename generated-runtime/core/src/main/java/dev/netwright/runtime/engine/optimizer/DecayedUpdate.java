package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.nio.FloatBuffer;

/** A step of a user's own rule after {@code g = g + l2 p}. */
record DecayedUpdate(VectorUpdate update, float l2, FloatBuffer values, FloatBuffer gradients) implements VectorUpdate {
    static VectorUpdate of(
            UpdateRule.Custom rule, double l2, FloatBuffer values, FloatBuffer gradients, FloatBuffer states) {
        VectorUpdate update = rule.bind(values.duplicate(), gradients.duplicate(), states);
        return l2 == 0 ? update : new DecayedUpdate(update, (float) l2, values, gradients);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        for (int i = 0; i < values.limit(); i++) {
            gradients.put(i, gradients.get(i) + l2 * values.get(i));
        }
        update.step(learningRate, iteration, epoch);
    }
}
