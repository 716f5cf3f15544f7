package dev.netwright.runtime.picture;

/**
 * What one axis of a bilinear resize reads: for each target position a run of source positions, and a fixed-point
 * weight for each of the run.
 *
 * <p>The filter is the triangle of half-width 1 around the target position's centre, in source units; where the axis
 * shrinks it is widened by the factor of the shrinkage, which is the antialiasing. The weights of a run are scaled to a
 * sum of 1 in double precision and then rounded to multiples of 2^-22, halves away from zero: these are Pillow's
 * roundings, and together with its order of passes they make the bytes equal.
 */
final class ResamplingWeights {
    /** The binary places of a weight. A weight times a pixel (8 bits) still leaves a bit of headroom and the sign. */
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
     * The weights that take {@code source} positions to some of {@code target} positions, both at least 1.
     *
     * @param first of the target positions that are wanted; it counts as 0 from then on
     * @param count of them
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

    /** How many target positions are wanted. */
    int count() {
        return starts.length;
    }

    /** Whether all target positions are wanted, and are the source's. */
    boolean isWhole(int source) {
        return source == target && count() == target;
    }

    /** The first source position that a target position reads. */
    int start(int position) {
        return starts[position];
    }

    /** How many source positions a target position reads. */
    int length(int position) {
        return lengths[position];
    }

    /** The weight of source position {@code start(position) + i}, in units of 2^-22. */
    int weight(int position, int i) {
        return weights[position * stride + i];
    }
}
