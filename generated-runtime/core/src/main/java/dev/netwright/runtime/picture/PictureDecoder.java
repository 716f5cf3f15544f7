package dev.netwright.runtime.picture;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes JPEG, PNG and BMP files as Pillow's {@code Image.open} does: the first picture of the file, without applying
 * EXIF's orientation or an embedded color profile, and CMYK by the simple formula.
 *
 * <p>The content determines the format. The header is parsed first: the number of pixels is checked before memory is
 * allocated, and truncated files are rejected, where a decoder might fill in grey. Nothing is written to disk, and no
 * setting of {@code ImageIO} changes. Instances are immutable and thread-safe.
 */
public final class PictureDecoder {
    /** Pillow's {@code Image.MAX_IMAGE_PIXELS}: a quarter of a gigabyte with three bytes per pixel. */
    public static final int DEFAULT_MAX_PIXELS = 89_478_485;

    /** Four bytes for each pixel still fit into an array. */
    private static final int LARGEST_MAX_PIXELS = 500_000_000;

    /** Allowance for everything in a file beside its pixels. */
    private static final long SPARE_BYTES = 1 << 26;

    private static final long MOST_BYTES_PER_PIXEL = 8;

    /**
     * Limit on the passes over all pixels for a picture of the largest size, and in proportion for smaller ones. A
     * progressive JPEG has about ten. Without a limit a file of a few hundred kilobytes could take minutes.
     */
    private static final int MOST_PASSES = 16;

    /** libjpeg's message for truncated pixel data, which isn't localized. */
    private static final String CUT_OFF = "premature end";

    private final int maxPixels;

    private PictureDecoder(int maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * Creates a decoder with a size limit.
     *
     * @param maxPixels the largest width times height, in [1, 500,000,000]
     * @return the decoder
     * @throws IllegalArgumentException if the limit is out of range
     */
    public static PictureDecoder upTo(int maxPixels) {
        if (maxPixels < 1 || maxPixels > LARGEST_MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "The largest number of pixels must be in [1, " + LARGEST_MAX_PIXELS + "], found " + maxPixels);
        }
        return new PictureDecoder(maxPixels);
    }

    /**
     * Decodes a picture.
     *
     * @param stream a complete file, read up to the size that the largest allowed picture can have; not closed
     * @return the picture
     * @throws UnreadablePictureException as {@link #decode(byte[])} does
     * @throws IOException if the stream can't be read
     */
    public BufferedImage decode(InputStream stream) throws IOException, UnreadablePictureException {
        return decode(content(stream));
    }

    private byte[] content(InputStream stream) throws IOException, UnreadablePictureException {
        int limit = (int) Math.min(MOST_BYTES_PER_PIXEL * maxPixels + SPARE_BYTES, Integer.MAX_VALUE - 9);
        byte[] content = stream.readNBytes(limit + 1);
        if (content.length > limit) {
            throw new UnreadablePictureException(
                    "at most " + limit + " bytes for a picture of at most " + maxPixels + " pixels", "more");
        }
        return content;
    }

    /**
     * Decodes a picture.
     *
     * @param content a complete file
     * @return the picture
     * @throws UnreadablePictureException if the file is in another format, damaged, truncated, or larger than the limit
     */
    public BufferedImage decode(byte[] content) throws UnreadablePictureException {
        PictureContent inspected = inspected(content);
        try {
            return decode(inspected);
        } catch (IOException | RuntimeException e) {
            // On damaged data the readers throw exceptions of many types, including array and argument errors.
            String reason = e instanceof IIOException && e.getMessage() != null ? " (" + e.getMessage() + ")" : "";
            throw new UnreadablePictureException(
                    "a valid " + inspected.format() + " picture", "damaged data" + reason, e);
        }
    }

    /**
     * Checks everything of a picture except its coded pixels: format, size, completeness, and a PNG's checksums. A
     * picture that passes may still turn out to be damaged when it is decoded.
     *
     * @param stream a complete file, read as by {@link #decode(InputStream)}
     * @throws UnreadablePictureException if the file is in another format, damaged, truncated, or larger than the limit
     * @throws IOException if the stream can't be read
     */
    public void inspect(InputStream stream) throws IOException, UnreadablePictureException {
        inspected(content(stream));
    }

    /**
     * The size of a picture, with the checks of {@link #inspect}.
     *
     * @param stream a complete file, read as by {@link #decode(InputStream)}
     * @return rows and columns
     * @throws UnreadablePictureException if the file is in another format, damaged, truncated, or larger than the limit
     * @throws IOException if the stream can't be read
     */
    public PictureSize size(InputStream stream) throws IOException, UnreadablePictureException {
        PictureContent inspected = inspected(content(stream));
        return new PictureSize(inspected.height(), inspected.width());
    }

    /**
     * The name of a file's format, such as JPEG, including some that can't be decoded.
     *
     * @param content the beginning of the file
     * @return the name; empty if the format is unknown
     */
    public static Optional<String> formatOf(byte[] content) {
        return PictureFormat.nameOf(content);
    }

    private PictureContent inspected(byte[] content) throws UnreadablePictureException {
        PictureContent inspected = PictureFormat.of(content).inspect(content);
        long pixels = (long) inspected.width() * inspected.height();
        if (pixels > maxPixels) {
            throw new UnreadablePictureException(
                    "a picture of at most " + maxPixels + " pixels",
                    inspected.width() + "x" + inspected.height() + " pixels");
        }
        long passes = (long) MOST_PASSES * maxPixels / pixels;
        if (inspected.passes() > passes) {
            throw new UnreadablePictureException(
                    "at most " + passes + " scans of " + inspected.width() + "x" + inspected.height() + " pixels",
                    inspected.passes() + " scans");
        }
        return inspected;
    }

    private static BufferedImage decode(PictureContent content) throws IOException, UnreadablePictureException {
        ImageReaderSpi provider = PictureReaders.of(content);
        ImageReader reader = provider.createReaderInstance();
        boolean[] isCutOff = new boolean[1];
        try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(content.bytes())) {
            reader.addIIOReadWarningListener((source, warning) -> isCutOff[0] |= warning.contains(CUT_OFF));
            reader.setInput(stream, true, true);
            BufferedImage picture = content.inks().isPresent()
                    ? content.inks().get().picture(reader.readRaster(0, null))
                    : reader.read(0);
            if (isCutOff[0]) {
                throw new UnreadablePictureException(
                        "a complete " + content.format() + " picture", "a picture whose coded pixels are truncated");
            }
            if (picture.getWidth() != content.width() || picture.getHeight() != content.height()) {
                throw new UnreadablePictureException(
                        content.width() + "x" + content.height() + " pixels, as the header says",
                        picture.getWidth() + "x" + picture.getHeight());
            }
            return picture;
        } finally {
            reader.dispose();
        }
    }
}
