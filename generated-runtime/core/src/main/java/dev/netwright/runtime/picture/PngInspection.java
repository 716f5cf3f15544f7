package dev.netwright.runtime.picture;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Parses the chunks of a PNG file (ISO/IEC 15948, clause 11) to find its size and its end before anything is decoded,
 * verifies their checksums, and copies the four that determine the pixels.
 *
 * <p>All others are left out: texts and color profiles, which may be compressed and inflate to any size, and
 * transparency, so that a pixel counts with its hidden color.
 */
final class PngInspection {
    private static final int HEADER = 0x49484452; // IHDR
    private static final int PALETTE = 0x504c5445; // PLTE
    private static final int DATA = 0x49444154; // IDAT
    private static final int END = 0x49454e44; // IEND
    private static final int HEADER_LENGTH = 13;
    /** Length, type and checksum. */
    private static final int OVERHEAD = 12;

    private final byte[] content;
    private final byte[] kept;
    private int place = PictureFormat.PNG.signatureLength();
    private int keptLength = place;
    private boolean hasData;

    PngInspection(byte[] content) {
        this.content = content;
        kept = new byte[content.length];
        System.arraycopy(content, 0, kept, 0, place);
    }

    PictureContent inspect() throws UnreadablePictureException {
        int start = place;
        int type = nextChunk();
        if (type != HEADER || place - start != OVERHEAD + HEADER_LENGTH) {
            throw new UnreadablePictureException(
                    "a PNG header (IHDR) of 13 bytes",
                    name(type) + " of " + (place - start - OVERHEAD) + " bytes as the first chunk");
        }
        int width = fourBytes(start + 8);
        int height = fourBytes(start + 12);
        while (type != END) {
            type = nextChunk();
        }
        if (!hasData) {
            throw new UnreadablePictureException("a PNG picture with pixels", "no chunk IDAT");
        }
        return PictureContent.of(PictureFormat.PNG, width, height, Arrays.copyOf(kept, keptLength));
    }

    /** Reads the next chunk, copies it if it is needed, and returns its type. */
    private int nextChunk() throws UnreadablePictureException {
        if (content.length - place < OVERHEAD) {
            throw cutOff();
        }
        int length = fourBytes(place);
        int type = fourBytes(place + 4);
        if (length < 0 || length > content.length - place - OVERHEAD) {
            throw cutOff();
        }
        if (type == HEADER || type == PALETTE || type == DATA || type == END) {
            if (type == HEADER && keptLength > PictureFormat.PNG.signatureLength()) {
                throw new UnreadablePictureException("one PNG header", "a second one at byte " + place);
            }
            checkSum(type, length);
            System.arraycopy(content, place, kept, keptLength, OVERHEAD + length);
            keptLength += OVERHEAD + length;
            hasData |= type == DATA;
        }
        place += OVERHEAD + length;
        return type;
    }

    private void checkSum(int type, int length) throws UnreadablePictureException {
        CRC32 sum = new CRC32();
        sum.update(content, place + 4, 4 + length);
        if ((int) sum.getValue() != fourBytes(place + 8 + length)) {
            throw new UnreadablePictureException(
                    "the checksum of chunk " + name(type) + " at byte " + place,
                    "another checksum: the file is damaged");
        }
    }

    private int fourBytes(int at) {
        return Byte.toUnsignedInt(content[at]) << 24
                | Byte.toUnsignedInt(content[at + 1]) << 16
                | Byte.toUnsignedInt(content[at + 2]) << 8
                | Byte.toUnsignedInt(content[at + 3]);
    }

    private UnreadablePictureException cutOff() {
        return new UnreadablePictureException(
                "a complete PNG picture",
                "a picture truncated after " + content.length + " bytes, before its last chunk (IEND)");
    }

    private static String name(int type) {
        StringBuilder name = new StringBuilder();
        for (int shift = 24; shift >= 0; shift -= 8) {
            int letter = type >> shift & 0xff;
            name.append(letter >= ' ' && letter < 0x7f ? (char) letter : '?');
        }
        return name.toString();
    }
}
