package dev.netwright.onednn.winograd;

/**
 * The transforms of tiles that read six rows and columns, F(4x4, 3x3) and F(2x2, 5x5), with the points 0, a, -a, b, -b and infinity, where a = 5/8 and b = 3/2. These points round less than 0, 1, -1, 2, -2: the
 * error of a convolution is 1.3 to 2 times that of a plain float32 sum.
 */
final class TransformsOfSix extends Transforms {
    static final TransformsOfSix ONLY = new TransformsOfSix();
    static final int REACH = 6;

    private static final double FIRST_POINT = 0.625;
    private static final double SECOND_POINT = 1.5;

    private static final float A = (float) FIRST_POINT;
    private static final float B = (float) SECOND_POINT;
    private static final float AA = (float) (FIRST_POINT * FIRST_POINT);
    private static final float BB = (float) (SECOND_POINT * SECOND_POINT);
    private static final float AAA = (float) (FIRST_POINT * FIRST_POINT * FIRST_POINT);
    private static final float BBB = (float) (SECOND_POINT * SECOND_POINT * SECOND_POINT);
    private static final float SUM = AA + BB;
    private static final float PRODUCT = AA * BB;

    private TransformsOfSix() {
        super(0, FIRST_POINT, -FIRST_POINT, SECOND_POINT, -SECOND_POINT);
    }

    /**
     * The transform of the input, {@code q = B^T d} for six values d at each index.
     *
     * <pre>
     * q0 = a²b² d0 - (a² + b²) d2 + d4
     * q1, q2 = (d4 - b² d2) ± a (d3 - b² d1)
     * q3, q4 = (d4 - a² d2) ± b (d3 - a² d1)
     * q5 = a²b² d1 - (a² + b²) d3 + d5
     * </pre>
     */
    @Override
    void input(float[][] d, float[][] q, int length) {
        polynomial(d[0], d[2], d[4], q[0], length);
        polynomial(d[1], d[3], d[5], q[5], length);
        pair(d[1], d[2], d[3], d[4], BB, A, q[1], q[2], length);
        pair(d[1], d[2], d[3], d[4], AA, B, q[3], q[4], length);
    }

    private static void polynomial(float[] d0, float[] d2, float[] d4, float[] q, int length) {
        for (int i = 0; i < length; i++) {
            q[i] = PRODUCT * d0[i] - SUM * d2[i] + d4[i];
        }
    }

    private static void pair(
            float[] d1,
            float[] d2,
            float[] d3,
            float[] d4,
            float square,
            float point,
            float[] plus,
            float[] minus,
            int length) {
        for (int i = 0; i < length; i++) {
            float even = d4[i] - square * d2[i];
            float odd = point * (d3[i] - square * d1[i]);
            plus[i] = even + odd;
            minus[i] = even - odd;
        }
    }

    /**
     * The transform of the products, {@code y = A^T m} for six values m at each index. A tile of 2 has y0 and, as its second result, y1 + m5.
     *
     * <pre>
     * y0 = m0 + (m1 + m2) + (m3 + m4)
     * y1 = a (m1 - m2) + b (m3 - m4)
     * y2 = a² (m1 + m2) + b² (m3 + m4)
     * y3 = a³ (m1 - m2) + b³ (m3 - m4) + m5
     * </pre>
     *
     * @param tile 2 or 4 results
     */
    @Override
    void output(float[][] m, int tile, float[][] y, int length) {
        if (tile == 2) {
            firstOfTwo(m[0], m[1], m[2], m[3], m[4], y[0], length);
            secondOfTwo(m[1], m[2], m[3], m[4], m[5], y[1], length);
        } else {
            beginEven(m[0], m[1], m[2], y[0], y[2], length);
            endEven(m[3], m[4], y[0], y[2], length);
            beginOdd(m[1], m[2], m[5], y[1], y[3], length);
            endOdd(m[3], m[4], y[1], y[3], length);
        }
    }

    private static void beginEven(float[] m0, float[] m1, float[] m2, float[] y0, float[] y2, int length) {
        for (int i = 0; i < length; i++) {
            float sum = m1[i] + m2[i];
            y0[i] = m0[i] + sum;
            y2[i] = AA * sum;
        }
    }

    private static void endEven(float[] m3, float[] m4, float[] y0, float[] y2, int length) {
        for (int i = 0; i < length; i++) {
            float sum = m3[i] + m4[i];
            y0[i] += sum;
            y2[i] += BB * sum;
        }
    }

    private static void beginOdd(float[] m1, float[] m2, float[] m5, float[] y1, float[] y3, int length) {
        for (int i = 0; i < length; i++) {
            float difference = m1[i] - m2[i];
            y1[i] = A * difference;
            y3[i] = AAA * difference + m5[i];
        }
    }

    private static void endOdd(float[] m3, float[] m4, float[] y1, float[] y3, int length) {
        for (int i = 0; i < length; i++) {
            float difference = m3[i] - m4[i];
            y1[i] += B * difference;
            y3[i] += BBB * difference;
        }
    }

    private static void firstOfTwo(float[] m0, float[] m1, float[] m2, float[] m3, float[] m4, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = m0[i] + (m1[i] + m2[i]) + (m3[i] + m4[i]);
        }
    }

    private static void secondOfTwo(float[] m1, float[] m2, float[] m3, float[] m4, float[] m5, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = A * (m1[i] - m2[i]) + B * (m3[i] - m4[i]) + m5[i];
        }
    }

    /**
     * The transform of a kernel of {@code m} values y at each index, {@code z = G y} with the matrix of {@link #weights}.
     *
     * <pre>
     * z0 = y0 / a²b²
     * z1, z2 = ((y0 + a² y2) ± a (y1 + a² y3)) / 2a²(a² - b²)
     * z3, z4 = ((y0 + b² y2) ± b (y1 + b² y3)) / 2b²(b² - a²)
     * z5 = y3
     * </pre>
     *
     * Of two values, z5 is y1, and what has y2 or y3 falls away.
     *
     * @param size 2 or 4 values
     */
    @Override
    void kernel(float[][] y, int size, float[][] z, int length) {
        scale(y[0], 1 / PRODUCT, z[0], length);
        System.arraycopy(y[size - 1], 0, z[REACH - 1], 0, length);
        float first = 1 / (2 * AA * (AA - BB));
        float second = 1 / (2 * BB * (BB - AA));
        if (size == 2) {
            pairOfTwo(y[0], y[1], first, first * A, z[1], z[2], length);
            pairOfTwo(y[0], y[1], second, second * B, z[3], z[4], length);
        } else {
            pairOfFour(y[0], y[1], y[2], y[3], AA, first, first * A, z[1], z[2], length);
            pairOfFour(y[0], y[1], y[2], y[3], BB, second, second * B, z[3], z[4], length);
        }
    }

    private static void pairOfTwo(
            float[] y0, float[] y1, float evenFactor, float oddFactor, float[] plus, float[] minus, int length) {
        for (int i = 0; i < length; i++) {
            float even = evenFactor * y0[i];
            float odd = oddFactor * y1[i];
            plus[i] = even + odd;
            minus[i] = even - odd;
        }
    }

    private static void pairOfFour(
            float[] y0,
            float[] y1,
            float[] y2,
            float[] y3,
            float square,
            float evenFactor,
            float oddFactor,
            float[] plus,
            float[] minus,
            int length) {
        for (int i = 0; i < length; i++) {
            float even = evenFactor * (y0[i] + square * y2[i]);
            float odd = oddFactor * (y1[i] + square * y3[i]);
            plus[i] = even + odd;
            minus[i] = even - odd;
        }
    }
}
