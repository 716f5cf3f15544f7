package dev.netwright.onednn.winograd;

import dev.netwright.plan.onednn.Tiling;

/**
 * The one-dimensional transforms of minimal filtering, for many tiles and channels at once (Lavin and Gray, 2016, section 4.1).
 *
 * <p>In each loop all arrays have the same index and nothing else is added to it, because only then C2 knows that no result is another
 * one's argument, and uses vector instructions without any flag of the JVM. For the same reason loops have few results.
 */
abstract sealed class Transforms permits TransformsOfFive, TransformsOfSix {
    private final double[] points;

    /**
     * Transforms of tiles that read one pixel more than there are points.
     *
     * @param points the finite points; infinity is the last
     */
    Transforms(double... points) {
        this.points = points;
    }

    /** The transforms of tiles. */
    static Transforms of(Tiling tiling) {
        return tiling.reach() == TransformsOfSix.REACH ? TransformsOfSix.ONLY : TransformsOfFive.ONLY;
    }

    /** The transform of the input, {@code q = B^T d} for the values d at each index. */
    abstract void input(float[][] d, float[][] q, int length);

    /**
     * The transform of the products, {@code y = A^T m} for the values m at each index.
     *
     * @param tile the number of results
     */
    abstract void output(float[][] m, int tile, float[][] y, int length);

    /**
     * The transform of a kernel of {@code size} values y at each index, {@code z = G y} with the matrix of {@link #weights}.
     *
     * @param size the rows and columns of a tile, which is the kernel of the weights' gradient
     */
    abstract void kernel(float[][] y, int size, float[][] z, int length);

    /**
     * The matrix G of the transform of weights: row i has the powers of point i, divided by its differences from the other finite points; the
     * row of infinity has the last power alone.
     *
     * @param side the kernel's rows or columns
     */
    final double[][] weights(int side) {
        double[][] matrix = new double[points.length + 1][side];
        for (int i = 0; i < points.length; i++) {
            double differences = 1;
            for (int j = 0; j < points.length; j++) {
                differences *= i == j ? 1 : points[i] - points[j];
            }
            for (int power = 0; power < side; power++) {
                matrix[i][power] = Math.pow(points[i], power) / differences;
            }
        }
        matrix[points.length][side - 1] = 1;
        return matrix;
    }

    /**
     * The matrix of the transform that ends the weights' gradient: row i has power i of each finite point; that of infinity counts for the
     * last row alone.
     *
     * @param side the kernel's rows or columns
     */
    final double[][] powers(int side) {
        double[][] matrix = new double[side][points.length + 1];
        for (int power = 0; power < side; power++) {
            for (int i = 0; i < points.length; i++) {
                matrix[power][i] = Math.pow(points[i], power);
            }
        }
        matrix[side - 1][points.length] = 1;
        return matrix;
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

    /** {@code z = factor y}. */
    static void scale(float[] y, float factor, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = factor * y[i];
        }
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
