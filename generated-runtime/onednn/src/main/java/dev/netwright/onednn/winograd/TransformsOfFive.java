package dev.netwright.onednn.winograd;

/**
 * The transforms of tiles that read five rows and columns, F(3x3, 3x3), with the points 0, a, -a, b and infinity, where a = 3/4 and b = 2. They
 * round less than those of six: the error of a convolution is about 1.5 times that of a plain float32 sum.
 */
final class TransformsOfFive extends Transforms {
    static final TransformsOfFive ONLY = new TransformsOfFive();

    private static final double FIRST_POINT = 0.75;
    private static final double SECOND_POINT = 2;

    private static final float A = (float) FIRST_POINT;
    private static final float B = (float) SECOND_POINT;
    private static final float AA = A * A;
    private static final float AAB = AA * B;

    private TransformsOfFive() {
        super(0, FIRST_POINT, -FIRST_POINT, SECOND_POINT);
    }

    /**
     * {@inheritDoc}
     *
     * <pre>
     * q0 = a²b d0 - a² d1 - b d2 + d3
     * q1, q2 = (d3 - b d2) ± a (d2 - b d1)
     * q3 = d3 - a² d1
     * q4 = a²b d1 - a² d2 - b d3 + d4
     * </pre>
     */
    @Override
    void input(float[][] d, float[][] q, int length) {
        polynomial(d[0], d[1], d[2], d[3], q[0], length);
        polynomial(d[1], d[2], d[3], d[4], q[4], length);
        pair(d[1], d[2], d[3], q[1], q[2], length);
        last(d[1], d[3], q[3], length);
    }

    private static void polynomial(float[] d0, float[] d1, float[] d2, float[] d3, float[] q, int length) {
        for (int i = 0; i < length; i++) {
            q[i] = AAB * d0[i] - AA * d1[i] - B * d2[i] + d3[i];
        }
    }

    private static void pair(float[] d1, float[] d2, float[] d3, float[] plus, float[] minus, int length) {
        for (int i = 0; i < length; i++) {
            float even = d3[i] - B * d2[i];
            float odd = A * (d2[i] - B * d1[i]);
            plus[i] = even + odd;
            minus[i] = even - odd;
        }
    }

    private static void last(float[] d1, float[] d3, float[] q, int length) {
        for (int i = 0; i < length; i++) {
            q[i] = d3[i] - AA * d1[i];
        }
    }

    /**
     * {@inheritDoc}
     *
     * <pre>
     * y0 = m0 + (m1 + m2) + m3
     * y1 = a (m1 - m2) + b m3
     * y2 = a² (m1 + m2) + b² m3 + m4
     * </pre>
     */
    @Override
    void output(float[][] m, int tile, float[][] y, int length) {
        even(m[0], m[1], m[2], m[3], m[4], y[0], y[2], length);
        odd(m[1], m[2], m[3], y[1], length);
    }

    private static void even(
            float[] m0, float[] m1, float[] m2, float[] m3, float[] m4, float[] y0, float[] y2, int length) {
        for (int i = 0; i < length; i++) {
            float sum = m1[i] + m2[i];
            y0[i] = m0[i] + sum + m3[i];
            y2[i] = AA * sum + B * B * m3[i] + m4[i];
        }
    }

    private static void odd(float[] m1, float[] m2, float[] m3, float[] y1, int length) {
        for (int i = 0; i < length; i++) {
            y1[i] = A * (m1[i] - m2[i]) + B * m3[i];
        }
    }

    /**
     * {@inheritDoc}
     *
     * <pre>
     * z0 = y0 / a²b
     * z1, z2 = ((y0 + a² y2) ± a y1) / 2a²(±a - b)
     * z3 = (y0 + b y1 + b² y2) / b(b² - a²)
     * z4 = y2
     * </pre>
     */
    @Override
    void kernel(float[][] y, int size, float[][] z, int length) {
        scale(y[0], 1 / AAB, z[0], length);
        pairOfThree(y[0], y[1], y[2], 1 / (2 * AA * (A - B)), 1 / (2 * AA * (-A - B)), z[1], z[2], length);
        third(y[0], y[1], y[2], 1 / (B * (B * B - AA)), z[3], length);
        System.arraycopy(y[2], 0, z[4], 0, length);
    }

    private static void pairOfThree(
            float[] y0,
            float[] y1,
            float[] y2,
            float plusFactor,
            float minusFactor,
            float[] plus,
            float[] minus,
            int length) {
        for (int i = 0; i < length; i++) {
            float even = y0[i] + AA * y2[i];
            float odd = A * y1[i];
            plus[i] = plusFactor * (even + odd);
            minus[i] = minusFactor * (even - odd);
        }
    }

    private static void third(float[] y0, float[] y1, float[] y2, float factor, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = factor * (y0[i] + B * y1[i] + B * B * y2[i]);
        }
    }
}
