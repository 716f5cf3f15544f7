package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import java.util.function.IntUnaryOperator;

/**
 * Changes of a picture's values in place, without moving pixels. The bytes are those of Pillow's {@code ImageEnhance} and
 * {@code ImageOps}.
 */
final class Tones {
    private static final int VALUES = 256;

    private Tones() {}

    /** Black blended with the picture. */
    static void brightness(Canvas canvas, double factor) {
        blend(canvas, factor, (plane, pixel) -> 0);
    }

    /** The mean of the picture's greys blended with it. */
    static void contrast(Canvas canvas, double factor) {
        int pixels = canvas.height() * canvas.width();
        long sum = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            sum += grey(canvas, pixel);
        }
        int mean = (int) ((double) sum / pixels + 0.5);
        blend(canvas, factor, (plane, pixel) -> mean);
    }

    /** The picture in grey blended with the picture. */
    static void colour(Canvas canvas, double factor) {
        if (canvas.channels() == 1) {
            return;
        }
        int pixels = canvas.height() * canvas.width();
        byte[] greys = new byte[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            greys[pixel] = (byte) grey(canvas, pixel);
        }
        blend(canvas, factor, (plane, pixel) -> Byte.toUnsignedInt(greys[pixel]));
    }

    /**
     * The smoothed picture blended with the picture. A smoothed pixel is the mean of itself with a weight of 5 and its
     * eight neighbours; those at the border stay.
     */
    static void sharpness(Canvas canvas, double factor) {
        int height = canvas.height();
        int width = canvas.width();
        byte[] original = canvas.pixels().clone();
        blend(canvas, factor, (plane, pixel) -> {
            int y = pixel / width;
            int x = pixel % width;
            int middle = plane * height * width + pixel;
            int value = Byte.toUnsignedInt(original[middle]);
            if (y == 0 || y == height - 1 || x == 0 || x == width - 1) {
                return value;
            }
            int sum = 4 * value;
            for (int row = -1; row <= 1; row++) {
                for (int column = -1; column <= 1; column++) {
                    sum += Byte.toUnsignedInt(original[middle + row * width + column]);
                }
            }
            return (2 * sum + 13) / 26;
        });
    }

    /** Keeps the highest bits of each value. */
    static void posterize(Canvas canvas, int bits) {
        int mask = -(1 << (8 - bits));
        each(canvas, value -> value & mask);
    }

    /** Inverts the values from a threshold on. */
    static void solarize(Canvas canvas, double threshold) {
        each(canvas, value -> value < threshold ? value : 255 - value);
    }

    /** Stretches each channel so that its darkest value becomes 0 and its brightest 255. */
    static void autoContrast(Canvas canvas) {
        for (int plane = 0; plane < canvas.channels(); plane++) {
            int[] counts = counts(canvas, plane);
            int low = 0;
            int high = VALUES - 1;
            while (low < VALUES - 1 && counts[low] == 0) {
                low++;
            }
            while (high > 0 && counts[high] == 0) {
                high--;
            }
            if (high > low) {
                double scale = 255.0 / (high - low);
                double offset = -low * scale;
                look(canvas, plane, table(value -> (int) Math.max(0, Math.min(255, value * scale + offset))));
            }
        }
    }

    /** Changes each channel so that its values are about equally frequent. */
    static void equalize(Canvas canvas) {
        int pixels = canvas.height() * canvas.width();
        for (int plane = 0; plane < canvas.channels(); plane++) {
            int[] counts = counts(canvas, plane);
            int last = 0;
            for (int count : counts) {
                last = count > 0 ? count : last;
            }
            int step = (pixels - last) / 255;
            if (step == 0) {
                continue;
            }
            int[] below = new int[VALUES];
            int sum = step / 2;
            for (int value = 0; value < VALUES; value++) {
                below[value] = sum;
                sum += counts[value];
            }
            look(canvas, plane, table(value -> Math.min(255, below[value] / step)));
        }
    }

    /** A grey or other value with which a pixel is blended. */
    private interface Other {
        int at(int plane, int pixel);
    }

    /**
     * {@code other + factor (value - other)} in float32, cut to whole numbers from 0 to 255. A factor of 0 gives the other, 1
     * the picture; above 1 moves away from the other.
     */
    private static void blend(Canvas canvas, double factor, Other other) {
        float share = (float) factor;
        byte[] values = canvas.pixels();
        int pixels = canvas.height() * canvas.width();
        for (int plane = 0; plane < canvas.channels(); plane++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int place = plane * pixels + pixel;
                int beside = other.at(plane, pixel);
                float blended = beside + share * (Byte.toUnsignedInt(values[place]) - beside);
                values[place] = (byte) Math.max(0, Math.min(255, blended));
            }
        }
    }

    private static int grey(Canvas canvas, int pixel) {
        byte[] values = canvas.pixels();
        if (canvas.channels() == 1) {
            return Byte.toUnsignedInt(values[pixel]);
        }
        int pixels = canvas.height() * canvas.width();
        int sum = Byte.toUnsignedInt(values[pixel]) * 19595
                + Byte.toUnsignedInt(values[pixels + pixel]) * 38470
                + Byte.toUnsignedInt(values[2 * pixels + pixel]) * 7471;
        return (sum + 0x8000) >> 16;
    }

    private static int[] counts(Canvas canvas, int plane) {
        byte[] values = canvas.pixels();
        int pixels = canvas.height() * canvas.width();
        int[] counts = new int[VALUES];
        for (int pixel = 0; pixel < pixels; pixel++) {
            counts[Byte.toUnsignedInt(values[plane * pixels + pixel])]++;
        }
        return counts;
    }

    private static byte[] table(IntUnaryOperator change) {
        byte[] table = new byte[VALUES];
        for (int value = 0; value < VALUES; value++) {
            table[value] = (byte) change.applyAsInt(value);
        }
        return table;
    }

    private static void each(Canvas canvas, IntUnaryOperator change) {
        byte[] table = table(change);
        for (int plane = 0; plane < canvas.channels(); plane++) {
            look(canvas, plane, table);
        }
    }

    private static void look(Canvas canvas, int plane, byte... table) {
        byte[] values = canvas.pixels();
        int pixels = canvas.height() * canvas.width();
        for (int place = plane * pixels; place < (plane + 1) * pixels; place++) {
            values[place] = table[Byte.toUnsignedInt(values[place])];
        }
    }
}
