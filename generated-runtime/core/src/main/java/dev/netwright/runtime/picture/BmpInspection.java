package dev.netwright.runtime.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the header of a BMP file and checks that no pixels are missing. A file header of 14 bytes precedes the
 * picture's header, which exists in several lengths (OS/2's BITMAPCOREHEADER, and Windows' BITMAPINFOHEADER with its
 * extensions).
 */
final class BmpInspection {
    private static final int DATA_OFFSET = 10;
    private static final int FILE_HEADER = 14;
    private static final int CORE_HEADER = 12;
    private static final int INFO_HEADER = 40;
    private static final int MAX_HEADER = 124;

    private static final int UNCOMPRESSED = 0;
    private static final int RUNS_OF_8_BITS = 1;
    private static final int RUNS_OF_4_BITS = 2;
    private static final int MASKS = 3;
    private static final int MASKS_WITH_ALPHA = 6;

    private final byte[] content;
    private final ByteBuffer header;

    BmpInspection(byte[] content) {
        this.content = content;
        header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    PictureContent inspect() throws UnreadablePictureException {
        if (content.length < FILE_HEADER + CORE_HEADER) {
            throw new UnreadablePictureException(
                    "a BMP header of at least " + (FILE_HEADER + CORE_HEADER) + " bytes", content.length + " bytes");
        }
        int length = header.getInt(FILE_HEADER);
        if (length == CORE_HEADER) {
            int width = Short.toUnsignedInt(header.getShort(18));
            int height = Short.toUnsignedInt(header.getShort(20));
            requireRows(width, height, Short.toUnsignedInt(header.getShort(24)));
            return PictureContent.of(PictureFormat.BMP, width, height, content);
        }
        if (length < INFO_HEADER || length > MAX_HEADER) {
            throw new UnreadablePictureException(
                    "a BMP header of 12, or 40 to 124 bytes", "one of " + Integer.toUnsignedString(length) + " bytes");
        }
        if (content.length < FILE_HEADER + length) {
            throw cutOff();
        }
        int width = header.getInt(18);
        // A negative height means that rows are stored top-down.
        int height = header.getInt(22) == Integer.MIN_VALUE ? 0 : Math.abs(header.getInt(22));
        PictureContent picture = PictureContent.of(PictureFormat.BMP, width, height, content);
        requirePixels(picture, header.getInt(30));
        return picture;
    }

    private void requirePixels(PictureContent picture, int compression) throws UnreadablePictureException {
        switch (compression) {
            case UNCOMPRESSED, MASKS, MASKS_WITH_ALPHA ->
                requireRows(picture.width(), picture.height(), Short.toUnsignedInt(header.getShort(28)));
            case RUNS_OF_8_BITS -> requireRuns(8);
            case RUNS_OF_4_BITS -> requireRuns(4);
            // 4 and 5 are embedded JPEG and PNG files, which would be decoded without the limits for those formats.
            default ->
                throw new UnreadablePictureException(
                        "a BMP picture, uncompressed or run-length coded", "compression " + compression);
        }
    }

    /** Rows of pixels, each padded to a multiple of four bytes. */
    private void requireRows(long width, long height, int bits) throws UnreadablePictureException {
        long bytesPerRow = (width * bits + 31) / 32 * 4;
        if (dataOffset() + (double) bytesPerRow * height > content.length) {
            throw cutOff();
        }
    }

    /** Runs of pixels up to their end mark, 0 1. */
    private void requireRuns(int bits) throws UnreadablePictureException {
        long place = dataOffset();
        while (place + 2 <= content.length) {
            int count = Byte.toUnsignedInt(content[(int) place]);
            int value = Byte.toUnsignedInt(content[(int) place + 1]);
            place += 2;
            if (count == 0 && value == 1) {
                return;
            }
            if (count == 0 && value == 2) {
                place += 2;
            } else if (count == 0 && value > 2) {
                // Single pixels, padded to a multiple of two bytes.
                place += ((long) value * bits + 15) / 16 * 2;
            }
        }
        throw cutOff();
    }

    private long dataOffset() {
        return Integer.toUnsignedLong(header.getInt(DATA_OFFSET));
    }

    private UnreadablePictureException cutOff() {
        return new UnreadablePictureException(
                "a complete BMP picture",
                "a picture truncated after " + content.length + " bytes, before its last pixel");
    }
}
