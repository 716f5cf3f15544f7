package dev.netwright.onednn.image;

/**
 * Loops over arrays that C2 turns into vector instructions, and the short sums between them. Lanes are neighbouring values; a pixel has
 * {@code width} of them.
 */
final class Lanes {
    private Lanes() {}

    /** {@code sums[i] += values[from + i]}. */
    static void add(float[] values, int from, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += values[from + i];
        }
    }

    /** {@code sums[i] += left[from + i] right[from + i]}. */
    static void addProducts(float[] left, float[] right, int from, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += left[from + i] * right[from + i];
        }
    }

    /** {@code result[i] = left[i] right[i]}. */
    static void multiply(float[] left, float[] right, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = left[i] * right[i];
        }
    }

    /** {@code values[i] = values[i] factor}. */
    static void multiply(float[] values, float factor, int length) {
        for (int i = 0; i < length; i++) {
            values[i] *= factor;
        }
    }

    /** {@code values[from + i] = values[from + i] factors[start + i]}. */
    static void scale(float[] values, int from, float[] factors, int start, int length) {
        for (int i = 0; i < length; i++) {
            values[from + i] *= factors[start + i];
        }
    }

    /** {@code values[from + i] = values[from + i] factors[start + i] + offsets[start + i]}. */
    static void scaleAndShift(float[] values, int from, float[] factors, float[] offsets, int start, int length) {
        for (int i = 0; i < length; i++) {
            values[from + i] = values[from + i] * factors[start + i] + offsets[start + i];
        }
    }

    /** {@code values[from + i] = values[from + i] - means[start + i] - rests[start + i]}, in this order. */
    static void centre(float[] values, int from, float[] means, float[] rests, int start, int length) {
        for (int i = 0; i < length; i++) {
            values[from + i] = values[from + i] - means[start + i] - rests[start + i];
        }
    }

    /** {@code values[from + i] += others[from + i] factors[start + i]}. */
    static void addScaled(float[] values, float[] others, int from, float[] factors, int start, int length) {
        for (int i = 0; i < length; i++) {
            values[from + i] += others[from + i] * factors[start + i];
        }
    }

    /** {@code sums[p] +=} the sum of pixel p's lanes. */
    static void addPixels(float[] lanes, int width, double[] sums, int pixels) {
        for (int p = 0; p < pixels; p++) {
            double sum = 0;
            for (int i = p * width; i < (p + 1) * width; i++) {
                sum += lanes[i];
            }
            sums[p] += sum;
        }
    }

    /**
     * {@code sums[first + l] +=} the sum of lane l over pixels, half onto half, so that the error grows with the logarithm of their number.
     * The values are overwritten.
     */
    static void addLanes(float[] values, int from, int width, int pixels, double[] sums, int first) {
        int left = pixels;
        while (left > 1) {
            int half = (left + 1) / 2;
            addInPlace(values, from, from + half * width, (left - half) * width);
            left = half;
        }
        for (int lane = 0; lane < width; lane++) {
            sums[first + lane] += values[from + lane];
        }
    }

    private static void addInPlace(float[] values, int to, int from, int length) {
        for (int i = 0; i < length; i++) {
            values[to + i] += values[from + i];
        }
    }

    /** Each pixel's number in all of its lanes. */
    static void spreadPixels(float[] numbers, int width, int pixels, float[] to) {
        if (width == 1) {
            System.arraycopy(numbers, 0, to, 0, pixels);
            return;
        }
        for (int p = 0; p < pixels; p++) {
            float number = numbers[p];
            for (int i = p * width; i < (p + 1) * width; i++) {
                to[i] = number;
            }
        }
    }

    /** The number of each channel in its lanes of so many pixels, stretch after stretch. */
    static void spreadChannels(float[] numbers, int stretches, int width, int pixels, float[] to) {
        int at = 0;
        for (int s = 0; s < stretches; s++) {
            for (int p = 0; p < pixels; p++) {
                for (int lane = 0; lane < width; lane++) {
                    to[at++] = numbers[s * width + lane];
                }
            }
        }
    }
}
