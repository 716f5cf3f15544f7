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
 * Turns the content of a JPEG, PNG or BMP file into a picture, as Pillow's {@code Image.open} does: the first picture of
 * the file, unturned (EXIF's orientation is not applied), its colours as they are written (an embedded colour profile is
 * not applied), CMYK by the plain formula.
 *
 * <p>The format is told by the content. Its header is read first: the number of pixels is checked before memory is
 * taken for them, and a content that is cut off is refused where a decoder would fill up with grey. Nothing is written to
 * disk, and no setting of {@code ImageIO} is changed. Instances are immutable and serve several threads.
 */
public final class PictureDecoder {
    /** Pillow's {@code Image.MAX_IMAGE_PIXELS}: a quarter of a gigabyte at three bytes a pixel. */
    public static final int DEFAULT_MAX_PIXELS = 89_478_485;

    /** So that four bytes for each pixel still fit into an array. */
    private static final int LARGEST_MAX_PIXELS = 500_000_000;

    /** Room for what a file holds beside its pixels. */
    private static final long SPARE_BYTES = 1 << 26;

    private static final long MOST_BYTES_PER_PIXEL = 8;

    /**
     * Passes over all pixels that a picture of the most pixels may take to decode, and smaller ones in proportion: a
     * progressive JPEG has about ten. Without a limit a file of a few hundred kilobytes could take minutes.
     */
    private static final int MOST_PASSES = 16;

    /** What libjpeg says of coded pixels that end too early. It is not translated. */
    private static final String CUT_OFF = "premature end";

    private final int maxPixels;

    private PictureDecoder(int maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * A decoder of pictures up to a size.
     *
     * @param maxPixels the most that width x height may be, in [1, 500,000,000]
     */
    public static PictureDecoder upTo(int maxPixels) {
        if (maxPixels < 1 || maxPixels > LARGEST_MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "The limit of a picture's pixels lies in [1, " + LARGEST_MAX_PIXELS + "], found " + maxPixels);
        }
        return new PictureDecoder(maxPixels);
    }

    /**
     * Decodes a picture.
     *
     * @param stream a whole file, of which no more is read than a picture of the largest size can have; not closed
     * @throws UnreadablePictureException as {@link #decode(byte[])}
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
     * @param content a whole file
     * @throws UnreadablePictureException if it is none of the formats, damaged, cut off or larger than the limit
     */
    public BufferedImage decode(byte[] content) throws UnreadablePictureException {
        PictureContent inspected = inspected(content);
        try {
            return decode(inspected);
        } catch (IOException | RuntimeException e) {
            // The readers answer damaged data with exceptions of every kind, of arrays and arguments among them.
            String reason = e instanceof IIOException && e.getMessage() != null ? " (" + e.getMessage() + ")" : "";
            throw new UnreadablePictureException(
                    "a valid " + inspected.format() + " picture", "damaged data" + reason, e);
        }
    }

    /**
     * Looks at everything of a picture but its coded pixels: format, size, and whether the file is whole, by a PNG's
     * checksums too. What passes can still turn out to be damaged when it is decoded.
     *
     * @param stream as of {@link #decode(InputStream)}
     * @throws UnreadablePictureException if it is none of the formats, damaged, cut off or larger than the limit
     * @throws IOException if the stream can't be read
     */
    public void inspect(InputStream stream) throws IOException, UnreadablePictureException {
        inspected(content(stream));
    }

    /** The name of the format that a content begins as, such as JPEG; of some that can't be decoded too. */
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
                        "a whole " + content.format() + " picture", "one whose coded pixels end too early");
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
