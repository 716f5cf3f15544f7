package dev.netwright.runtime.internal.runfolder;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Converts a sample to a picture for a page. */
final class DatasetPicture {
    /** Largest side on the page. */
    private static final int MOST_PIXELS = 112;

    private DatasetPicture() {}

    /**
     * The sample as evaluation reads it. Values that aren't pixels are scaled, the smallest to black and the largest to
     * white.
     */
    static String dataUri(Dataset data, int index) {
        BufferedImage picture = data instanceof ImageDataset images ? images.picture(index) : drawn(data, index);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(reduced(picture), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG must be writable in memory", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static BufferedImage drawn(Dataset data, int index) {
        ImageFormat format = data.format();
        float[] values = new float[format.values()];
        data.read(index, values, 0);
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        float scale = most > least ? 255 / (most - least) : 0;
        BufferedImage picture = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
        int plane = format.height() * format.width();
        for (int pixel = 0; pixel < plane; pixel++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                int from = format.channels() == 1 ? pixel : channel * plane + pixel;
                rgb = rgb << 8 | Math.round((values[from] - least) * scale);
            }
            picture.setRGB(pixel % format.width(), pixel / format.width(), rgb);
        }
        return picture;
    }

    private static BufferedImage reduced(BufferedImage picture) {
        int longer = Math.max(picture.getWidth(), picture.getHeight());
        if (longer <= MOST_PIXELS) {
            return picture;
        }
        int width = Math.max(1, picture.getWidth() * MOST_PIXELS / longer);
        int height = Math.max(1, picture.getHeight() * MOST_PIXELS / longer);
        BufferedImage small = new BufferedImage(width, height, picture.getType());
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
