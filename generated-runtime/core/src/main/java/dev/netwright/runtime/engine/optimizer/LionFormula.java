package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.Lion}. */
final class LionFormula implements Formula {
    private final UpdateRule.Lion rule;
    private float rate;
    private float kept;

    LionFormula(UpdateRule.Lion rule) {
        this.rule = rule;
    }

    @Override
    public void begin(double learningRate, int t) {
        rate = (float) learningRate;
        kept = (float) (1 - learningRate * rule.decay());
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        float[] m = s[0];
        float ofMoment = (float) rule.beta1();
        float ofGradient = (float) (1 - rule.beta1());
        for (int i = 0; i < count; i++) {
            p[i] = kept * p[i] - rate * Math.signum(ofMoment * m[i] + ofGradient * g[i]);
        }
        Moments.first(m, g, rule.beta2(), count);
    }
}
