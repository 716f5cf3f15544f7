package dev.netwright.operation;

/**
 * How one side of an image gets another length: each new row is a weighted mean of old ones, with weights that sum to
 * 1. The same holds for columns.
 *
 * <p>Only {@link Resampling} combines the two sides.
 */
public final class SideWeights {
    private final int from;
    private final int to;
    private final float[] weights;

    private SideWeights(int from, int to) {
        this.from = from;
        this.to = to;
        weights = new float[Math.multiplyExact(from, to)];
    }

    /**
     * Plain means: new row i is the mean of the old rows from {@code floor(i from / to)} up to, but not including,
     * {@code ceil((i + 1) from / to)}, as in PyTorch's adaptive pools. Neighbouring means may share a row.
     *
     * @param from the number of old rows, at least 1
     * @param to the number of new rows, at least 1
     * @return the weights
     */
    public static SideWeights means(int from, int to) {
        SideWeights means = new SideWeights(from, to);
        for (int i = 0; i < to; i++) {
            int first = Math.toIntExact((long) i * from / to);
            int end = Math.toIntExact(((i + 1L) * from + to - 1) / to);
            for (int j = first; j < end; j++) {
                means.weights[i * from + j] = 1f / (end - first);
            }
        }
        return means;
    }

    /**
     * Copies: new row i is old row {@code floor(i from / to)}, as in PyTorch's {@code mode="nearest"}.
     *
     * @param from the number of old rows, at least 1
     * @param to the number of new rows, at least 1
     * @return the weights
     */
    public static SideWeights nearest(int from, int to) {
        SideWeights copies = new SideWeights(from, to);
        for (int i = 0; i < to; i++) {
            copies.weights[i * from + Math.toIntExact((long) i * from / to)] = 1;
        }
        return copies;
    }

    /**
     * Linear interpolation between the two old rows next to the place of a new row. The place of row i is
     * {@code (i + 1/2) from / to - 1/2}, at least 0, as in PyTorch's {@code align_corners=False}.
     *
     * @param from the number of old rows, at least 1
     * @param to the number of new rows, at least 1
     * @return the weights
     */
    public static SideWeights linear(int from, int to) {
        SideWeights linear = new SideWeights(from, to);
        for (int i = 0; i < to; i++) {
            linear.interpolate(i, Math.max(0, (i + 0.5) * from / to - 0.5));
        }
        return linear;
    }

    /**
     * Linear interpolation in which the first and last rows keep their values: the place of row i is
     * {@code i (from - 1) / (to - 1)}, or 0 if there is one new row, as in PyTorch's {@code align_corners=True}.
     *
     * @param from the number of old rows, at least 1
     * @param to the number of new rows, at least 1
     * @return the weights
     */
    public static SideWeights linearBetweenCorners(int from, int to) {
        SideWeights linear = new SideWeights(from, to);
        for (int i = 0; i < to; i++) {
            linear.interpolate(i, to == 1 ? 0 : (double) i * (from - 1) / (to - 1));
        }
        return linear;
    }

    private void interpolate(int row, double place) {
        int before = Math.min((int) place, from - 1);
        int after = Math.min(before + 1, from - 1);
        float share = (float) (place - before);
        weights[row * from + before] += 1 - share;
        weights[row * from + after] += share;
    }

    /** {@return the number of old rows} */
    public int from() {
        return from;
    }

    /** {@return the number of new rows} */
    public int to() {
        return to;
    }

    /** {@return a copy of the matrix {@code [to, from]}, new row by new row} */
    public float[] matrix() {
        return weights.clone();
    }

    /** {@return a copy of the matrix {@code [from, to]}, old row by old row} */
    public float[] transposed() {
        float[] matrix = new float[weights.length];
        for (int i = 0; i < to; i++) {
            for (int j = 0; j < from; j++) {
                matrix[j * to + i] = weights[i * from + j];
            }
        }
        return matrix;
    }

    /** {@return whether every row stays as it is} */
    public boolean isIdentity() {
        for (int i = 0; i < to; i++) {
            if (from != to || weights[i * from + i] != 1) {
                return false;
            }
        }
        return true;
    }
}
