package dev.netwright.runtime.engine.optimizer;

/** {@link dev.netwright.runtime.kernel.UpdateRule.Adam} and {@link dev.netwright.runtime.kernel.UpdateRule.AmsGrad}. */
final class AdamFormula implements Formula {
    private final double beta1;
    private final double beta2;
    private final double decay;
    private final float epsilon;
    private final boolean keepsMost;
    private float kept;
    private float rate;
    private float correction;

    AdamFormula(double beta1, double beta2, double epsilon, double decay, boolean keepsMost) {
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.decay = decay;
        this.epsilon = (float) epsilon;
        this.keepsMost = keepsMost;
    }

    @Override
    public void begin(double learningRate, int t) {
        kept = (float) (1 - learningRate * decay);
        rate = (float) (learningRate / (1 - Math.pow(beta1, t)));
        correction = (float) Math.sqrt(1 - Math.pow(beta2, t));
    }

    @Override
    public void apply(float[] p, float[] g, float[][] s, int count) {
        if (decay != 0) {
            for (int i = 0; i < count; i++) {
                p[i] *= kept;
            }
        }
        Moments.move(s[0], s[1], g, beta1, beta2, count);
        if (keepsMost) {
            for (int i = 0; i < count; i++) {
                s[2][i] = Math.max(s[2][i], s[1][i]);
            }
        }
        float[] m = s[0];
        float[] v = keepsMost ? s[2] : s[1];
        for (int i = 0; i < count; i++) {
            p[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) / correction + epsilon);
        }
    }
}
