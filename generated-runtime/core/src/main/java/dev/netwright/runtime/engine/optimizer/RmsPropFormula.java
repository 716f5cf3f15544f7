package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.RmsProp}. */
final class RmsPropFormula implements Formula {
    private final double alpha;
    private final float epsilon;
    private final boolean hasMomentum;
    private final float momentum;
    private float rate;

    RmsPropFormula(UpdateRule.RmsProp rule) {
        alpha = rule.alpha();
        epsilon = (float) rule.epsilon();
        hasMomentum = rule.momentum() != 0;
        momentum = (float) rule.momentum();
    }

    @Override
    public void begin(double learningRate, int t) {
        rate = (float) learningRate;
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        float[] average = s[0];
        Moments.second(average, g, alpha, count);
        if (!hasMomentum) {
            for (int i = 0; i < count; i++) {
                p[i] -= rate * g[i] / ((float) Math.sqrt(average[i]) + epsilon);
            }
            return;
        }
        float[] v = s[1];
        for (int i = 0; i < count; i++) {
            v[i] = momentum * v[i] + g[i] / ((float) Math.sqrt(average[i]) + epsilon);
            p[i] -= rate * v[i];
        }
    }
}
