package dev.netwright.onednn.image;

import dev.netwright.operation.ShortSums;
import java.util.Arrays;

/** The mean of each pixel's channels in a chunk: lanes are added up float by float, as many as {@link ShortSums} allows, and these sums in double. */
final class PixelSums {
    private final Stretches images;
    private final double[] sums;

    PixelSums(Chunks chunks) {
        images = chunks.images();
        sums = new double[chunks.pixels()];
    }

    /** The mean that was last computed of a pixel. */
    double mean(int pixel) {
        return sums[pixel] / images.channels();
    }

    /**
     * Computes the means of values.
     *
     * @param lanes an array as long as a stretch
     */
    void of(float[] values, int pixels, float[] lanes) {
        int length = pixels * images.width();
        Arrays.fill(sums, 0);
        for (int first = 0; first < images.count(); first += ShortSums.MOST_VALUES) {
            Arrays.fill(lanes, 0, length, 0);
            for (int s = first; s < end(first); s++) {
                Lanes.add(values, s * length, lanes, length);
            }
            Lanes.addPixels(lanes, images.width(), sums, pixels);
        }
    }

    /** Computes the means of products, value by value. */
    void ofProducts(float[] left, float[] right, int pixels, float[] lanes) {
        int length = pixels * images.width();
        Arrays.fill(sums, 0);
        for (int first = 0; first < images.count(); first += ShortSums.MOST_VALUES) {
            Arrays.fill(lanes, 0, length, 0);
            for (int s = first; s < end(first); s++) {
                Lanes.addProducts(left, right, s * length, lanes, length);
            }
            Lanes.addPixels(lanes, images.width(), sums, pixels);
        }
    }

    private int end(int first) {
        return Math.min(images.count(), first + ShortSums.MOST_VALUES);
    }
}
