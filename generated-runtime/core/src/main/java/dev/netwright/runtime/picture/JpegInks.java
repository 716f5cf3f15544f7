package dev.netwright.runtime.picture;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Converts the four components of a JPEG file to RGB: YCCK to CMYK as libjpeg does, and CMYK to RGB as Pillow's {@code
 * convert("RGB")} does: {@code R = K' - C K' / 255} with {@code K' = 255 - K} and the same rounding at each step.
 * Adobe's programs store inverted inks, 255 for none, and Pillow assumes that for all files.
 */
record JpegInks(boolean isYcck) {
    private static final int FRACTION_BITS = 16;
    private static final int HALF = 1 << (FRACTION_BITS - 1);

    /** libjpeg's factors times 2^16, rounded. */
    private static final int RED_OF_CR = 91881;

    private static final int BLUE_OF_CB = 116130;
    private static final int GREEN_OF_CR = 46802;
    private static final int GREEN_OF_CB = 22554;

    private static final int CENTRE = 128;

    /**
     * Converts a raster.
     *
     * @param raster four bands as stored in the file
     */
    BufferedImage picture(Raster raster) {
        int width = raster.getWidth();
        BufferedImage picture = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] samples = new int[4 * width];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                if (isYcck) {
                    toCmyk(samples, 4 * x);
                }
                row[x] = rgb(samples, 4 * x);
            }
            picture.getRaster().setDataElements(0, y, width, 1, row);
        }
        return picture;
    }

    /** C, M and Y are the inverse of red, green and blue; K is stored unchanged. */
    private static void toCmyk(int[] samples, int first) {
        int luma = samples[first];
        int cb = samples[first + 1] - CENTRE;
        int cr = samples[first + 2] - CENTRE;
        samples[first] = 255 - toByte(luma + ((RED_OF_CR * cr + HALF) >> FRACTION_BITS));
        samples[first + 1] = 255 - toByte(luma + ((HALF - GREEN_OF_CB * cb - GREEN_OF_CR * cr) >> FRACTION_BITS));
        samples[first + 2] = 255 - toByte(luma + ((BLUE_OF_CB * cb + HALF) >> FRACTION_BITS));
    }

    private static int rgb(int[] samples, int first) {
        int white = samples[first + 3];
        int rgb = 0;
        for (int band = 0; band < 3; band++) {
            rgb = (rgb << 8) | toByte(white - share(255 - samples[first + band], white));
        }
        return rgb;
    }

    /** {@code a b / 255}, rounded. */
    private static int share(int a, int b) {
        int product = a * b + CENTRE;
        return ((product >> 8) + product) >> 8;
    }

    private static int toByte(int value) {
        return Math.max(0, Math.min(value, 255));
    }
}
