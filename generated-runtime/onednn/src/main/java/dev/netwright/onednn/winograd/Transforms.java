package dev.netwright.onednn.winograd;

/**
 * The one-dimensional transforms of minimal filtering, for many tiles and channels at once (Lavin and Gray, 2016, section 4.1), with
 * the points 0, a, -a, b, -b and infinity, where a = 5/8 and b = 3/2. These points round less than 0, 1, -1, 2, -2: the
 * error of a convolution is 1.3 to 2 times that of a plain float32 sum.
 *
 * <p>In each loop all arrays have the same index and nothing else is added to it, because only then C2 knows that no result is another
 * one's argument, and uses vector instructions without any flag of the JVM. For the same reason loops have few results.
 */
final class Transforms {
    private static final double FIRST_POINT = 0.625;
    private static final double SECOND_POINT = 1.5;
    private static final double[] POINTS = {0, FIRST_POINT, -FIRST_POINT, SECOND_POINT, -SECOND_POINT};
    private static final int REACH = POINTS.length + 1;

    private static final float A = (float) FIRST_POINT;
    private static final float B = (float) SECOND_POINT;
    private static final float AA = (float) (FIRST_POINT * FIRST_POINT);
    private static final float BB = (float) (SECOND_POINT * SECOND_POINT);
    private static final float AAA = (float) (FIRST_POINT * FIRST_POINT * FIRST_POINT);
    private static final float BBB = (float) (SECOND_POINT * SECOND_POINT * SECOND_POINT);
    private static final float SUM = AA + BB;
    private static final float PRODUCT = AA * BB;

    private Transforms() {}

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
    static void input(float[][] d, float[][] q, int length) {
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
    static void output(float[][] m, int tile, float[][] y, int length) {
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

    /** {@code values = values + shifts}. */
    static void add(float[] values, float[] shifts, int length) {
        for (int i = 0; i < length; i++) {
            values[i] += shifts[i];
        }
    }

    /** {@code values = max(values + shifts, 0)}. */
    static void addAndRectify(float[] values, float[] shifts, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(values[i] + shifts[i], 0);
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
    static void kernel(float[][] y, int size, float[][] z, int length) {
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

    private static void scale(float[] y, float factor, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = factor * y[i];
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

    /**
     * The matrix G of the transform of weights: row i has the powers of point i, divided by its differences from the other finite points; the
     * row of infinity has the last power alone.
     *
     * @param side the kernel's rows or columns
     */
    static double[][] weights(int side) {
        double[][] matrix = new double[REACH][side];
        for (int i = 0; i < POINTS.length; i++) {
            double differences = 1;
            for (int j = 0; j < POINTS.length; j++) {
                differences *= i == j ? 1 : POINTS[i] - POINTS[j];
            }
            for (int power = 0; power < side; power++) {
                matrix[i][power] = Math.pow(POINTS[i], power) / differences;
            }
        }
        matrix[POINTS.length][side - 1] = 1;
        return matrix;
    }

    /**
     * The matrix of the transform that ends the weights' gradient: row i has power i of each finite point; that of infinity counts for the
     * last row alone.
     *
     * @param side the kernel's rows or columns
     */
    static double[][] powers(int side) {
        double[][] matrix = new double[side][REACH];
        for (int power = 0; power < side; power++) {
            for (int i = 0; i < POINTS.length; i++) {
                matrix[power][i] = Math.pow(POINTS[i], power);
            }
        }
        matrix[side - 1][REACH - 1] = 1;
        return matrix;
    }

    /** {@code result = sum over k of factors_k values_k}, of three values or more. */
    static void combine(float[][] values, double[] factors, float[] result, int length) {
        three(
                values[0],
                (float) factors[0],
                values[1],
                (float) factors[1],
                values[2],
                (float) factors[2],
                result,
                length);
        for (int k = 3; k < factors.length; k++) {
            more(values[k], (float) factors[k], result, length);
        }
    }

    private static void three(
            float[] v0, float f0, float[] v1, float f1, float[] v2, float f2, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = f0 * v0[i] + f1 * v1[i] + f2 * v2[i];
        }
    }

    private static void more(float[] values, float factor, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] += factor * values[i];
        }
    }
}
