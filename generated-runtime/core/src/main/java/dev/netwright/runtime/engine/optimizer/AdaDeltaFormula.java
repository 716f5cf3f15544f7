package dev.netwright.runtime.engine.optimizer;

import dev.netwright.runtime.kernel.UpdateRule;

/** {@link UpdateRule.AdaDelta}. */
final class AdaDeltaFormula implements Formula {
    private final double rho;
    private final float epsilon;
    private float rate;

    AdaDeltaFormula(UpdateRule.AdaDelta rule) {
        rho = rule.rho();
        epsilon = (float) rule.epsilon();
    }

    @Override
    public void begin(double learningRate, int t) {
        rate = (float) learningRate;
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        float[] squares = s[0];
        float[] deltas = s[1];
        Moments.second(squares, g, rho, count);
        // From here on the gradient's array holds the step.
        for (int i = 0; i < count; i++) {
            g[i] *= (float) Math.sqrt(deltas[i] + epsilon) / (float) Math.sqrt(squares[i] + epsilon);
        }
        Moments.second(deltas, g, rho, count);
        for (int i = 0; i < count; i++) {
            p[i] -= rate * g[i];
        }
    }
}
