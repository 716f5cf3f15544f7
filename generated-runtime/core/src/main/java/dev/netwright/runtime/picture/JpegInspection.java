package dev.netwright.runtime.picture;

import java.nio.charset.StandardCharsets;

/**
 * Parses the segments of a JPEG file (ITU-T T.81, annex B) to find its size, scans and end before anything is decoded,
 * and copies the segments that determine the pixels.
 *
 * <p>Comments and application segments are left out. The color information of JFIF and Adobe segments is replaced by
 * one segment that all decoders interpret in the same way; see {@link JpegColours}. Embedded color profiles and EXIF's
 * orientation are dropped; Pillow doesn't apply them by default either.
 */
final class JpegInspection {
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int JFIF = 0xe0;
    private static final int ADOBE = 0xee;
    private static final int LAST_APPLICATION = 0xef;

    private final byte[] content;
    private final byte[] kept;
    private int place = 2;
    private int keptLength;
    private int width;
    private int height;
    private int components;
    private int numbers;
    private int scans;
    private boolean hasJfif;
    private int adobeTransform = -1;

    JpegInspection(byte[] content) {
        this.content = content;
        kept = new byte[content.length];
    }

    PictureContent inspect() throws UnreadablePictureException {
        while (true) {
            int marker = nextMarker();
            if (marker == END_OF_IMAGE) {
                break;
            }
            if (isFrame(marker)) {
                readFrame(marker);
            }
            copySegment(marker);
            if (marker == START_OF_SCAN) {
                scans++;
                copyScan();
            }
        }
        if (components == 0 || scans == 0) {
            throw new UnreadablePictureException("a JPEG picture with pixels", "no pixels before its end marker");
        }
        keep(0xff);
        keep(END_OF_IMAGE);
        JpegColours colours = JpegColours.of(components, numbers, hasJfif, adobeTransform);
        return PictureContent.ofJpeg(width, height, whole(colours.marker()), scans, colours);
    }

    private byte[] whole(byte[] colourMarker) {
        byte[] whole = new byte[2 + colourMarker.length + keptLength];
        System.arraycopy(content, 0, whole, 0, 2);
        System.arraycopy(colourMarker, 0, whole, 2, colourMarker.length);
        System.arraycopy(kept, 0, whole, 2 + colourMarker.length, keptLength);
        return whole;
    }

    /** Reads the next marker; any number of bytes 0xff may precede its code. */
    private int nextMarker() throws UnreadablePictureException {
        if (next() != 0xff) {
            throw new UnreadablePictureException("a JPEG marker at byte " + (place - 1), "damaged data");
        }
        int code = next();
        while (code == 0xff) {
            code = next();
        }
        if (code == 0 || code == 1 || (code >= 0xd0 && code <= 0xd8)) {
            throw new UnreadablePictureException("a JPEG segment at byte " + (place - 2), "damaged data");
        }
        return code;
    }

    /** Frame headers of any coding: 0xc0 to 0xcf except tables (c4, cc) and an extension (c8). */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void readFrame(int marker) throws UnreadablePictureException {
        if (components > 0) {
            throw new UnreadablePictureException("one JPEG frame", "a second one of marker " + hex(marker));
        }
        if (place + 8 > content.length) {
            throw cutOff();
        }
        height = twoBytes(place + 3);
        width = twoBytes(place + 5);
        components = byteAt(place + 7);
        if (components == 0) {
            throw new UnreadablePictureException("a JPEG picture of 1, 3 or 4 components", "no components");
        }
        if (components >= 3 && place + 8 + 3 * components <= content.length) {
            numbers = byteAt(place + 8) << 16 | byteAt(place + 11) << 8 | byteAt(place + 14);
        }
    }

    private void copySegment(int marker) throws UnreadablePictureException {
        if (place + 2 > content.length) {
            throw cutOff();
        }
        int length = twoBytes(place);
        if (length < 2) {
            throw new UnreadablePictureException("JPEG segments of two bytes or more", "one of " + length);
        }
        if (length > content.length - place) {
            throw cutOff();
        }
        if (scans == 0) {
            noteColours(marker, length);
        }
        if (marker != COMMENT && (marker < JFIF || marker > LAST_APPLICATION)) {
            keep(0xff);
            keep(marker);
            System.arraycopy(content, place, kept, keptLength, length);
            keptLength += length;
        }
        place += length;
    }

    /** libjpeg uses a JFIF or Adobe segment only if it has the required length. */
    private void noteColours(int marker, int length) {
        if (marker == JFIF && length >= 16 && isCalled("JFIF\0")) {
            hasJfif = true;
        }
        if (marker == ADOBE && length >= 14 && isCalled("Adobe")) {
            adobeTransform = byteAt(place + 13);
        }
    }

    private boolean isCalled(String name) {
        return new String(content, place + 2, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    /** Copies coded pixels, in which 0xff is followed by 0 (a data byte) or by a restart marker, d0 to d7. */
    private void copyScan() throws UnreadablePictureException {
        int first = place;
        while (true) {
            if (place + 2 > content.length) {
                throw cutOff();
            }
            int code = Byte.toUnsignedInt(content[place + 1]);
            boolean isMarker = content[place] == (byte) 0xff && code != 0 && (code < 0xd0 || code > 0xd7);
            if (isMarker && code != 0xff) {
                break;
            }
            place += content[place] == (byte) 0xff && code != 0xff ? 2 : 1;
        }
        System.arraycopy(content, first, kept, keptLength, place - first);
        keptLength += place - first;
    }

    private void keep(int value) {
        kept[keptLength++] = (byte) value;
    }

    private int next() throws UnreadablePictureException {
        if (place >= content.length) {
            throw cutOff();
        }
        return Byte.toUnsignedInt(content[place++]);
    }

    private int twoBytes(int at) {
        return byteAt(at) << 8 | byteAt(at + 1);
    }

    private int byteAt(int at) {
        return Byte.toUnsignedInt(content[at]);
    }

    private UnreadablePictureException cutOff() {
        return new UnreadablePictureException(
                "a complete JPEG picture",
                "a picture truncated after " + content.length + " bytes, before its end marker");
    }

    private static String hex(int marker) {
        return String.format("%02x", marker);
    }
}
