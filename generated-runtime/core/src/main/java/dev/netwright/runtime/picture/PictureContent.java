package dev.netwright.runtime.picture;

import java.util.Optional;

/** An undecoded picture: its format, its size, and the part of the file that the decoder needs. */
final class PictureContent {
    private final PictureFormat format;
    private final int width;
    private final int height;
    private final byte[] bytes;
    private final int passes;
    private final Optional<JpegInks> inks;

    private PictureContent(
            PictureFormat format, int width, int height, byte[] bytes, int passes, Optional<JpegInks> inks) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.bytes = bytes;
        this.passes = passes;
        this.inks = inks;
    }

    /**
     * A file whose header contains the size.
     *
     * @param bytes the file without color profile, texts and camera metadata
     * @throws UnreadablePictureException if the picture has no pixels
     */
    static PictureContent of(PictureFormat format, int width, int height, byte[] bytes)
            throws UnreadablePictureException {
        return of(format, width, height, bytes, 1, Optional.empty());
    }

    /**
     * A JPEG file.
     *
     * @param scans number of scans, at least 1
     * @throws UnreadablePictureException if the picture has no pixels
     */
    static PictureContent ofJpeg(int width, int height, byte[] bytes, int scans, JpegColours colours)
            throws UnreadablePictureException {
        Optional<JpegInks> inks =
                colours.areInks() ? Optional.of(new JpegInks(colours == JpegColours.YCCK)) : Optional.empty();
        return of(PictureFormat.JPEG, width, height, bytes, scans, inks);
    }

    private static PictureContent of(
            PictureFormat format, int width, int height, byte[] bytes, int passes, Optional<JpegInks> inks)
            throws UnreadablePictureException {
        if (width < 1 || height < 1) {
            throw new UnreadablePictureException(
                    "a picture of at least one pixel", width + " columns and " + height + " rows");
        }
        return new PictureContent(format, width, height, bytes, passes, inks);
    }

    PictureFormat format() {
        return format;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Number of passes over all pixels during decoding, at least 1. */
    int passes() {
        return passes;
    }

    /** How a CMYK picture's bands are coded; empty for all others. */
    Optional<JpegInks> inks() {
        return inks;
    }
}
