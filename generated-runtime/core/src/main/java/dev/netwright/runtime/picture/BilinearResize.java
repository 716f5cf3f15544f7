package dev.netwright.runtime.picture;

import java.util.Arrays;

/**
 * Resizes planes of bytes to exactly the bytes of Pillow's {@code Image.resize(size, BILINEAR)}.
 *
 * <p>Rows are resampled before columns. Each pass rounds to bytes, and a pass is skipped if its axis keeps its size.
 * {@link ResamplingWeights} describes the filter. Instances are immutable; each thread needs its own {@link Scratch}.
 */
final class BilinearResize {
    private static final int HALF = 1 << (ResamplingWeights.FRACTION_BITS - 1);

    private final int sourceHeight;
    private final int sourceWidth;
    private final int height;
    private final int width;
    private final ResamplingWeights columns;
    private final ResamplingWeights rows;
    private final int firstRow;
    private final int neededRows;
    private final boolean keepsRows;
    private final boolean keepsColumns;

    private BilinearResize(int sourceHeight, int sourceWidth, ResamplingWeights rows, ResamplingWeights columns) {
        this.sourceHeight = sourceHeight;
        this.sourceWidth = sourceWidth;
        this.rows = rows;
        this.columns = columns;
        height = rows.count();
        width = columns.count();
        firstRow = rows.start(0);
        neededRows = rows.start(height - 1) + rows.length(height - 1) - firstRow;
        keepsRows = rows.isWhole(sourceHeight);
        keepsColumns = columns.isWhole(sourceWidth);
    }

    /** A resize between two sizes, all at least 1. */
    static BilinearResize between(int sourceHeight, int sourceWidth, int height, int width) {
        return between(sourceHeight, sourceWidth, height, width, 0, 0, height, width);
    }

    /**
     * A part of a resize between two sizes. Only the part's pixels are computed; they equal those of the whole.
     *
     * @param top the part's first row
     * @param left the part's first column
     * @param rows rows of the part
     * @param columns columns of the part
     */
    static BilinearResize between(
            int sourceHeight, int sourceWidth, int height, int width, int top, int left, int rows, int columns) {
        return new BilinearResize(
                sourceHeight,
                sourceWidth,
                ResamplingWeights.between(sourceHeight, height, top, rows),
                ResamplingWeights.between(sourceWidth, width, left, columns));
    }

    /** Whether this resizes between the given sizes. */
    boolean isBetween(int fromHeight, int fromWidth, int toHeight, int toWidth) {
        return sourceHeight == fromHeight && sourceWidth == fromWidth && height == toHeight && width == toWidth;
    }

    /** Working memory for one thread. Values are ints, because HotSpot vectorizes products of ints but not of bytes. */
    static final class Scratch {
        private final int[] wideRows;
        private final int[] sums;

        private Scratch(int rows, int width) {
            wideRows = new int[Math.multiplyExact(rows, width)];
            sums = new int[width];
        }
    }

    /** Allocates working memory for a thread. */
    Scratch newScratch() {
        return new Scratch(neededRows, width);
    }

    /** Resizes one plane from {@code sourceHeight x sourceWidth} to {@code height x width} bytes. */
    void apply(byte[] source, int sourceOffset, byte[] target, int targetOffset, Scratch scratch) {
        resampleRows(source, sourceOffset, scratch.wideRows);
        if (keepsRows) {
            for (int i = 0; i < height * width; i++) {
                target[targetOffset + i] = (byte) scratch.wideRows[i];
            }
        } else {
            resampleColumns(scratch, target, targetOffset);
        }
    }

    private void resampleRows(byte[] source, int sourceOffset, int[] wideRows) {
        if (keepsColumns) {
            int first = sourceOffset + firstRow * width;
            for (int i = 0; i < neededRows * width; i++) {
                wideRows[i] = Byte.toUnsignedInt(source[first + i]);
            }
            return;
        }
        for (int x = 0; x < width; x++) {
            int start = columns.start(x);
            int length = columns.length(x);
            for (int y = 0; y < neededRows; y++) {
                int first = sourceOffset + (firstRow + y) * sourceWidth + start;
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
                addWeighted(scratch.wideRows, (rows.start(y) - firstRow + i) * width, rows.weight(y, i), sums);
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

    /** Clamps, because the weights of a long run can add up to slightly more than 1, so that white would become 256. */
    private static int toByte(int sum) {
        return Math.min(sum >> ResamplingWeights.FRACTION_BITS, 255);
    }
}
