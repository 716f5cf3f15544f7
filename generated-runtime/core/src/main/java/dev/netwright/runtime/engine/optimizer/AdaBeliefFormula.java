package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.AdaBelief}. */
final class AdaBeliefFormula implements Formula {
    private final UpdateRule.AdaBelief rule;
    private final float epsilon;
    private float rate;
    private float correction;

    AdaBeliefFormula(UpdateRule.AdaBelief rule) {
        this.rule = rule;
        epsilon = (float) rule.epsilon();
    }

    @Override
    public void begin(double learningRate, int t) {
        rate = (float) (learningRate / (1 - Math.pow(rule.beta1(), t)));
        correction = (float) Math.sqrt(1 - Math.pow(rule.beta2(), t));
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        float[] m = s[0];
        float[] variance = s[1];
        float kept = (float) rule.beta2();
        float added = (float) (1 - rule.beta2());
        Moments.first(m, g, rule.beta1(), count);
        for (int i = 0; i < count; i++) {
            float surprise = g[i] - m[i];
            variance[i] = kept * variance[i] + added * surprise * surprise + epsilon;
        }
        for (int i = 0; i < count; i++) {
            p[i] -= rate * m[i] / ((float) Math.sqrt(variance[i]) / correction + epsilon);
        }
    }
}
