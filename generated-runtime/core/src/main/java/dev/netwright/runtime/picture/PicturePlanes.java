package dev.netwright.runtime.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Converts Java's pictures to planes of bytes and back. */
public final class PicturePlanes {
    private PicturePlanes() {}

    /**
     * Converts a picture of any type to planes, as Pillow's {@code convert("L")} or {@code convert("RGB")} does.
     *
     * @param picture the picture
     * @param channels 1 for grey, 3 for red, green and blue
     * @return {@code channels * height * width} bytes, planar
     */
    public static byte[] of(BufferedImage picture, int channels) {
        if (hasGreySamples(picture)) {
            return replicated(greySamples(picture), channels);
        }
        int width = picture.getWidth();
        int plane = picture.getHeight() * width;
        byte[] planes = new byte[channels * plane];
        int[] row = new int[width];
        boolean hasColourSamples = hasColourSamples(picture);
        boolean hasPackedColours = hasPackedColours(picture);
        for (int y = 0; y < picture.getHeight(); y++) {
            if (hasColourSamples) {
                readColours(picture.getRaster(), y, row);
            } else if (hasPackedColours) {
                readPackedColours(picture, y, row);
            } else {
                picture.getRGB(0, y, width, 1, row, 0, width);
            }
            for (int x = 0; x < width; x++) {
                int place = y * width + x;
                if (channels == 1) {
                    planes[place] = (byte) luma(row[x]);
                } else {
                    planes[place] = (byte) (row[x] >> 16);
                    planes[plane + place] = (byte) (row[x] >> 8);
                    planes[2 * plane + place] = (byte) row[x];
                }
            }
        }
        return planes;
    }

    /**
     * Converts planes to a picture.
     *
     * @param planes {@code channels * height * width} bytes
     * @param channels 1 or 3
     * @param height rows
     * @param width columns
     * @return a picture of type {@code TYPE_BYTE_GRAY} for one channel, {@code TYPE_INT_RGB} for three
     */
    public static BufferedImage toPicture(byte[] planes, int channels, int height, int width) {
        if (channels == 1) {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            picture.getRaster().setDataElements(0, 0, width, height, planes);
            return picture;
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = height * width;
        int[] pixels = new int[plane];
        for (int i = 0; i < plane; i++) {
            pixels[i] = (planes[i] & 0xff) << 16 | (planes[plane + i] & 0xff) << 8 | (planes[2 * plane + i] & 0xff);
        }
        picture.getRaster().setDataElements(0, 0, width, height, pixels);
        return picture;
    }

    /** ITU-R BT.601 luma in 16-bit fixed point, rounded, with Pillow's factors, whose sum is 2^16. */
    private static int luma(int rgb) {
        return ((rgb >> 16 & 0xff) * 19595 + (rgb >> 8 & 0xff) * 38470 + (rgb & 0xff) * 7471 + 0x8000) >> 16;
    }

    /**
     * Red, green and blue samples are read directly: {@code getRGB} would apply a color profile, and round 16 bits to
     * the nearest byte where Pillow takes the upper byte.
     */
    private static boolean hasColourSamples(BufferedImage picture) {
        ColorModel model = picture.getColorModel();
        int bits = model.getComponentSize(0);
        return model instanceof ComponentColorModel
                && model.getColorSpace().getType() == ColorSpace.TYPE_RGB
                && !model.isAlphaPremultiplied()
                && ((model.getTransferType() == DataBuffer.TYPE_BYTE && bits == 8)
                        || (model.getTransferType() == DataBuffer.TYPE_USHORT && bits == 16));
    }

    /** A row's colors as {@code 0xRRGGBB}. */
    private static void readColours(Raster raster, int y, int[] row) {
        int bands = raster.getNumBands();
        Object samples = raster.getDataElements(raster.getMinX(), raster.getMinY() + y, row.length, 1, (Object) null);
        if (samples instanceof byte[] bytes) {
            for (int x = 0; x < row.length; x++) {
                int first = x * bands;
                row[x] = (bytes[first] & 0xff) << 16 | (bytes[first + 1] & 0xff) << 8 | (bytes[first + 2] & 0xff);
            }
        } else {
            short[] shorts = (short[]) samples;
            for (int x = 0; x < row.length; x++) {
                int first = x * bands;
                row[x] = (shorts[first] & 0xff00) << 8
                        | (shorts[first + 1] & 0xff00)
                        | (shorts[first + 2] & 0xff00) >> 8;
            }
        }
    }

    /**
     * Packed colors with fewer than eight bits are widened as in Pillow, which truncates where {@code getRGB} rounds.
     */
    private static boolean hasPackedColours(BufferedImage picture) {
        return picture.getColorModel() instanceof DirectColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_RGB
                && !model.isAlphaPremultiplied()
                && model.getComponentSize(0) < 8;
    }

    private static void readPackedColours(BufferedImage picture, int y, int[] row) {
        Raster raster = picture.getRaster();
        ColorModel model = picture.getColorModel();
        int[] samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, row.length, 1, (int[]) null);
        for (int x = 0; x < row.length; x++) {
            for (int band = 0; band < 3; band++) {
                int largest = (1 << model.getComponentSize(band)) - 1;
                row[x] = row[x] << 8 | samples[x * raster.getNumBands() + band] * 255 / largest;
            }
        }
    }

    /**
     * Grey samples are read directly: {@code getRGB} would treat them as linear light and apply the sRGB curve, which
     * turns 128 into 188.
     */
    private static boolean hasGreySamples(BufferedImage picture) {
        ColorModel model = picture.getColorModel();
        boolean integers =
                model.getTransferType() == DataBuffer.TYPE_BYTE || model.getTransferType() == DataBuffer.TYPE_USHORT;
        return integers
                && !(model instanceof IndexColorModel)
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static byte[] greySamples(BufferedImage picture) {
        Raster raster = picture.getRaster();
        int width = picture.getWidth();
        int bits = picture.getColorModel().getComponentSize(0);
        byte[] plane = new byte[picture.getHeight() * width];
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (byte) (bits > 8 ? row[x] >> (bits - 8) : row[x] * 255 / ((1 << bits) - 1));
            }
        }
        return plane;
    }

    private static byte[] replicated(byte[] plane, int channels) {
        byte[] planes = new byte[channels * plane.length];
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(plane, 0, planes, channel * plane.length, plane.length);
        }
        return planes;
    }
}
