package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.AdaMax}. */
final class AdaMaxFormula implements Formula {
    private final double beta1;
    private final float beta2;
    private final float epsilon;
    private float rate;

    AdaMaxFormula(UpdateRule.AdaMax rule) {
        beta1 = rule.beta1();
        beta2 = (float) rule.beta2();
        epsilon = (float) rule.epsilon();
    }

    @Override
    public void begin(double learningRate, int t) {
        rate = (float) (learningRate / (1 - Math.pow(beta1, t)));
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        float[] m = s[0];
        float[] most = s[1];
        Moments.first(m, g, beta1, count);
        for (int i = 0; i < count; i++) {
            most[i] = Math.max(beta2 * most[i], Math.abs(g[i]) + epsilon);
        }
        for (int i = 0; i < count; i++) {
            p[i] -= rate * m[i] / most[i];
        }
    }
}
