package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.Nadam}. */
final class NadamFormula implements Formula {
    private final UpdateRule.Nadam rule;
    private final NadamRates rates;
    private final float epsilon;
    private float gradientRate;
    private float momentRate;
    private float correction;

    NadamFormula(UpdateRule.Nadam rule) {
        this.rule = rule;
        rates = new NadamRates(rule);
        epsilon = (float) rule.epsilon();
    }

    @Override
    public void begin(double learningRate, int t) {
        rates.begin(learningRate, t);
        gradientRate = (float) rates.gradient();
        momentRate = (float) rates.moment();
        correction = (float) (1 - Math.pow(rule.beta2(), t));
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        float[] m = s[0];
        float[] v = s[1];
        Moments.move(m, v, g, rule.beta1(), rule.beta2(), count);
        for (int i = 0; i < count; i++) {
            float root = (float) Math.sqrt(v[i] / correction) + epsilon;
            p[i] = p[i] - gradientRate * g[i] / root - momentRate * m[i] / root;
        }
    }
}
