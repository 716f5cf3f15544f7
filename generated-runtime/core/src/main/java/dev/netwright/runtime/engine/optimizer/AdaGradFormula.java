package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.AdaGrad}. */
final class AdaGradFormula implements Formula {
    private final float epsilon;
    private float rate;

    AdaGradFormula(UpdateRule.AdaGrad rule) {
        epsilon = (float) rule.epsilon();
    }

    @Override
    public void begin(double learningRate, int t) {
        rate = (float) learningRate;
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        float[] sum = s[0];
        for (int i = 0; i < count; i++) {
            sum[i] += g[i] * g[i];
            p[i] -= rate * g[i] / ((float) Math.sqrt(sum[i]) + epsilon);
        }
    }
}
