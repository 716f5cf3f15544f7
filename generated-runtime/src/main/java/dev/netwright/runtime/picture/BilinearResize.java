package dev.netwright.runtime.picture;

import java.util.Arrays;

/**
 * Resizes planes of bytes to the very bytes that Pillow's {@code Image.resize(size, BILINEAR)} gives.
 *
 * <p>Rows are resampled first, columns second; each pass ends in rounding to a byte, and a pass whose axis keeps its
 * size is left out. See {@link ResamplingWeights} for the filter. Instances are immutable; each thread brings its own
 * {@link Scratch}.
 */
public final class BilinearResize {
    private static final int HALF = 1 << (ResamplingWeights.FRACTION_BITS - 1);

    private final int sourceHeight;
    private final int sourceWidth;
    private final int height;
    private final int width;
    private final ResamplingWeights columns;
    private final ResamplingWeights rows;

    private BilinearResize(int sourceHeight, int sourceWidth, int height, int width) {
        this.sourceHeight = sourceHeight;
        this.sourceWidth = sourceWidth;
        this.height = height;
        this.width = width;
        columns = ResamplingWeights.between(sourceWidth, width);
        rows = ResamplingWeights.between(sourceHeight, height);
    }

    /** The resize from one size to another, all at least 1. */
    public static BilinearResize between(int sourceHeight, int sourceWidth, int height, int width) {
        return new BilinearResize(sourceHeight, sourceWidth, height, width);
    }

    /** Whether this is the resize from one size to another. */
    boolean isBetween(int fromHeight, int fromWidth, int toHeight, int toWidth) {
        return sourceHeight == fromHeight && sourceWidth == fromWidth && height == toHeight && width == toWidth;
    }

    /** Working memory for one thread; the values are ints because HotSpot vectorizes their products but not bytes'. */
    public static final class Scratch {
        private final int[] wideRows;
        private final int[] sums;

        private Scratch(int sourceHeight, int width) {
            wideRows = new int[Math.multiplyExact(sourceHeight, width)];
            sums = new int[width];
        }
    }

    /** Working memory for another thread. */
    public Scratch newScratch() {
        return new Scratch(sourceHeight, width);
    }

    /** Resizes one plane: {@code sourceHeight x sourceWidth} bytes become {@code height x width} bytes. */
    public void apply(byte[] source, int sourceOffset, byte[] target, int targetOffset, Scratch scratch) {
        resampleRows(source, sourceOffset, scratch.wideRows);
        if (sourceHeight == height) {
            for (int i = 0; i < height * width; i++) {
                target[targetOffset + i] = (byte) scratch.wideRows[i];
            }
        } else {
            resampleColumns(scratch, target, targetOffset);
        }
    }

    private void resampleRows(byte[] source, int sourceOffset, int[] wideRows) {
        if (sourceWidth == width) {
            for (int i = 0; i < sourceHeight * width; i++) {
                wideRows[i] = Byte.toUnsignedInt(source[sourceOffset + i]);
            }
            return;
        }
        for (int x = 0; x < width; x++) {
            int start = columns.start(x);
            int length = columns.length(x);
            for (int y = 0; y < sourceHeight; y++) {
                int first = sourceOffset + y * sourceWidth + start;
                int sum = HALF;
                for (int i = 0; i < length; i++) {
                    sum += Byte.toUnsignedInt(source[first + i]) * columns.weight(x, i);
                }
                wideRows[y * width + x] = toByte(sum);
            }
        }
    }

    private void resampleColumns(Scratch scratch, byte[] target, int targetOffset) {
        int[] sums = scratch.sums;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, HALF);
            int length = rows.length(y);
            for (int i = 0; i < length; i++) {
                addWeighted(scratch.wideRows, (rows.start(y) + i) * width, rows.weight(y, i), sums);
            }
            int first = targetOffset + y * width;
            for (int x = 0; x < width; x++) {
                target[first + x] = (byte) toByte(sums[x]);
            }
        }
    }

    private static void addWeighted(int[] values, int first, int weight, int[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += values[first + x] * weight;
        }
    }

    /** The weights of a long run may add up to a little over 1, so that white would become 256. */
    private static int toByte(int sum) {
        return Math.min(sum >> ResamplingWeights.FRACTION_BITS, 255);
    }
}
