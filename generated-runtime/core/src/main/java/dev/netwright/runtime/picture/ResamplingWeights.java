package dev.netwright.runtime.picture;

/**
 * The weights of a bilinear resize along one axis: for each target position a run of source positions with a
 * fixed-point weight each.
 *
 * <p>The filter is a triangle of half-width 1 around the target position's center, in source units. If the axis
 * shrinks, the triangle is widened by the same factor, which antialiases. The weights of a run are scaled to a sum of 1
 * in double precision and then rounded to multiples of 2^-22, halves away from zero. This is Pillow's rounding; with
 * Pillow's order of passes it makes the bytes equal.
 */
final class ResamplingWeights {
    /** Fraction bits of a weight. A weight times an 8-bit pixel leaves one spare bit and the sign. */
    static final int FRACTION_BITS = 32 - 8 - 2;

    private final int[] starts;
    private final int[] lengths;
    private final int[] weights;
    private final int stride;
    private final int target;

    private ResamplingWeights(int target, int[] starts, int[] lengths, int[] weights, int stride) {
        this.target = target;
        this.starts = starts;
        this.lengths = lengths;
        this.weights = weights;
        this.stride = stride;
    }

    /**
     * The weights for some target positions of a resize from {@code source} to {@code target} positions, both at least
     * 1.
     *
     * @param first the first target position, which becomes position 0
     * @param count number of target positions
     */
    static ResamplingWeights between(int source, int target, int first, int count) {
        double scale = (double) source / target;
        double halfWidth = Math.max(scale, 1);
        int stride = 2 * (int) Math.ceil(halfWidth) + 1;
        int[] starts = new int[count];
        int[] lengths = new int[count];
        int[] weights = new int[Math.multiplyExact(count, stride)];
        double[] run = new double[stride];
        for (int position = 0; position < count; position++) {
            double center = (first + position + 0.5) * scale;
            int start = Math.max(0, (int) (center - halfWidth + 0.5));
            int length = Math.min(source, (int) (center + halfWidth + 0.5)) - start;
            double sum = 0;
            for (int i = 0; i < length; i++) {
                run[i] = triangle((start + i - center + 0.5) / halfWidth);
                sum += run[i];
            }
            for (int i = 0; i < length; i++) {
                weights[position * stride + i] = (int) (0.5 + run[i] / sum * (1 << FRACTION_BITS));
            }
            starts[position] = start;
            lengths[position] = length;
        }
        return new ResamplingWeights(target, starts, lengths, weights, stride);
    }

    private static double triangle(double x) {
        return Math.max(0, 1 - Math.abs(x));
    }

    /** Number of target positions. */
    int count() {
        return starts.length;
    }

    /** Whether the resize changes nothing. */
    boolean isWhole(int source) {
        return source == target && count() == target;
    }

    /** The first source position of a target position. */
    int start(int position) {
        return starts[position];
    }

    /** Number of source positions of a target position. */
    int length(int position) {
        return lengths[position];
    }

    /** The weight of source position {@code start(position) + i}, in units of 2^-22. */
    int weight(int position, int i) {
        return weights[position * stride + i];
    }
}
