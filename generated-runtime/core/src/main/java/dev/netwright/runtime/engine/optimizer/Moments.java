package dev.netwright.runtime.engine.optimizer;

/** Moving averages of gradients. */
final class Moments {
    private Moments() {}

    /** {@code m = beta1 m + (1 - beta1) g}, {@code v = beta2 v + (1 - beta2) g^2}. */
    static void move(float[] m, float[] v, float[] g, double beta1, double beta2, int count) {
        first(m, g, beta1, count);
        second(v, g, beta2, count);
    }

    /** {@code m = beta m + (1 - beta) g}. */
    static void first(float[] m, float[] g, double beta, int count) {
        float kept = (float) beta;
        float added = (float) (1 - beta);
        for (int i = 0; i < count; i++) {
            m[i] = kept * m[i] + added * g[i];
        }
    }

    /** {@code v = beta v + (1 - beta) g^2}. */
    static void second(float[] v, float[] g, double beta, int count) {
        float kept = (float) beta;
        float added = (float) (1 - beta);
        for (int i = 0; i < count; i++) {
            v[i] = kept * v[i] + added * g[i] * g[i];
        }
    }
}
