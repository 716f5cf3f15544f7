package dev.netwright.runtime.picture;

/** A picture before it is decoded: its format, its size, and what the decoder needs of the file. */
final class PictureContent {
    private final PictureFormat format;
    private final int width;
    private final int height;
    private final byte[] bytes;

    private PictureContent(PictureFormat format, int width, int height, byte[] bytes) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.bytes = bytes;
    }

    /**
     * A content of which a header says the size.
     *
     * @param bytes a file that can be decoded, without colour profile, text and camera's notes
     * @throws UnreadablePictureException if the picture has no pixel
     */
    static PictureContent of(PictureFormat format, int width, int height, byte[] bytes)
            throws UnreadablePictureException {
        if (width < 1 || height < 1) {
            throw new UnreadablePictureException(
                    "a picture of at least one pixel", width + " columns and " + height + " rows");
        }
        return new PictureContent(format, width, height, bytes);
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
}
