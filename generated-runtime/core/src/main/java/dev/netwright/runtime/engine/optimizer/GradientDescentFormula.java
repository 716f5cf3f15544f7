package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.GradientDescent}. */
final class GradientDescentFormula implements Formula {
    private final boolean hasMomentum;
    private final boolean looksAhead;
    private final float momentum;
    private float rate;

    GradientDescentFormula(UpdateRule.GradientDescent rule) {
        hasMomentum = rule.momentum() != 0;
        looksAhead = rule.nesterov();
        momentum = (float) rule.momentum();
    }

    @Override
    public void begin(double learningRate, int t) {
        rate = (float) learningRate;
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        if (hasMomentum) {
            float[] v = s[0];
            for (int i = 0; i < count; i++) {
                v[i] = momentum * v[i] + g[i];
            }
            direct(g, v, count);
        }
        for (int i = 0; i < count; i++) {
            p[i] -= rate * g[i];
        }
    }

    /** Replaces the gradient by the direction of the step. */
    private void direct(float[] g, float[] v, int count) {
        if (looksAhead) {
            for (int i = 0; i < count; i++) {
                g[i] += momentum * v[i];
            }
        } else {
            System.arraycopy(v, 0, g, 0, count);
        }
    }
}
