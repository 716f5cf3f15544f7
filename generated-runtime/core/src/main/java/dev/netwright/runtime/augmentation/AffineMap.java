package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;

/**
 * An affine map of a picture, whose size stays. The pixel in row y and column x becomes the value of the picture at the
 * point
 *
 * <pre>{@code
 * u = a (x + 1/2) + b (y + 1/2) + c
 * v = d (x + 1/2) + e (y + 1/2) + f
 * }</pre>
 *
 * <p>where the center of the first pixel is (1/2, 1/2). A point outside the picture is black; in a mask it has no class, and the nearest pixel is
 * taken. The bytes are those of
 * Pillow's {@code Image.transform(size, AFFINE, (a, b, c, d, e, f), resample)}.
 */
record AffineMap(double a, double b, double c, double d, double e, double f) {
    /** Pillow finds the nearest pixels with this many binary places. */
    private static final int FRACTION_BITS = 16;

    private static final double FRACTION = 1 << FRACTION_BITS;

    void apply(Canvas canvas, Interpolation interpolation) {
        int height = canvas.height();
        int width = canvas.width();
        byte outside = canvas.outside();
        if (interpolation == Interpolation.BILINEAR && !canvas.isMask()) {
            canvas.replace(
                    height, width, (source, from, target, to) -> bilinear(source, from, target, to, height, width));
        } else if (b == 0 && d == 0) {
            canvas.replace(
                    height,
                    width,
                    (source, from, target, to) -> moved(source, from, target, to, height, width, outside));
        } else {
            canvas.replace(
                    height,
                    width,
                    (source, from, target, to) -> nearest(source, from, target, to, height, width, outside));
        }
    }

    private void bilinear(byte[] source, int from, byte[] target, int to, int height, int width) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = a * (x + 0.5) + b * (y + 0.5) + c;
                double v = d * (x + 0.5) + e * (y + 0.5) + f;
                boolean isInside = u >= 0 && u < width && v >= 0 && v < height;
                target[to + y * width + x] =
                        isInside ? (byte) interpolated(source, from, height, width, u - 0.5, v - 0.5) : 0;
            }
        }
    }

    /** Rows and columns stay rows and columns; their places are added up in double. */
    private void moved(byte[] source, int from, byte[] target, int to, int height, int width, byte outside) {
        double v = f + e * 0.5;
        for (int y = 0; y < height; y++) {
            double u = c + a * 0.5;
            for (int x = 0; x < width; x++) {
                boolean isInside = u >= 0 && u < width && v >= 0 && v < height;
                target[to + y * width + x] = isInside ? source[place(from, width, (long) u, (long) v)] : outside;
                u += a;
            }
            v += e;
        }
    }

    /** Places are added up in fixed point, along rows and from row to row. */
    private void nearest(byte[] source, int from, byte[] target, int to, int height, int width, byte outside) {
        long acrossX = fixed(a);
        long acrossY = fixed(d);
        long downX = fixed(b);
        long downY = fixed(e);
        long firstX = fixed(c + a * 0.5 + b * 0.5);
        long firstY = fixed(f + d * 0.5 + e * 0.5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long u = (firstX + y * downX + x * acrossX) >> FRACTION_BITS;
                long v = (firstY + y * downY + x * acrossY) >> FRACTION_BITS;
                boolean isInside = u >= 0 && u < width && v >= 0 && v < height;
                target[to + y * width + x] = isInside ? source[place(from, width, u, v)] : outside;
            }
        }
    }

    private static int place(int from, int width, long column, long row) {
        return from + (int) row * width + (int) column;
    }

    private static long fixed(double value) {
        return (long) Math.floor(value * FRACTION + 0.5);
    }

    /** The outermost pixels are repeated. */
    private static int interpolated(byte[] plane, int from, int height, int width, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = x - left;
        double down = y - top;
        int first = Math.max(left, 0);
        int second = Math.min(left + 1, width - 1);
        double upper = between(plane, from + Math.max(top, 0) * width, first, second, across);
        double lower = top + 1 < height ? between(plane, from + (top + 1) * width, first, second, across) : upper;
        return (int) (upper + (lower - upper) * down);
    }

    private static double between(byte[] plane, int row, int first, int second, double share) {
        int left = Byte.toUnsignedInt(plane[row + first]);
        int right = Byte.toUnsignedInt(plane[row + second]);
        return left + (right - left) * share;
    }
}
