package dev.netwright.runtime.picture;

import java.util.Arrays;

/**
 * Walks the segments of a JPEG file (ITU-T T.81, annex B), so that its size is known and its end is there before
 * anything is decoded, and copies what decides the pixels.
 *
 * <p>Left out are comments and the application segments but JFIF's and Adobe's, which say how colours are coded. With
 * them goes the embedded colour profile: Pillow doesn't apply it either. So does EXIF's orientation.
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
    private int keptLength = 2;
    private int width;
    private int height;
    private boolean hasFrame;

    JpegInspection(byte[] content) {
        this.content = content;
        kept = new byte[content.length];
        System.arraycopy(content, 0, kept, 0, 2);
    }

    PictureContent inspect() throws UnreadablePictureException {
        boolean hasScan = false;
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
                hasScan = true;
                copyScan();
            }
        }
        if (!hasFrame || !hasScan) {
            throw new UnreadablePictureException("a JPEG picture with pixels", "none before its end marker");
        }
        keep(0xff);
        keep(END_OF_IMAGE);
        return PictureContent.of(PictureFormat.JPEG, width, height, Arrays.copyOf(kept, keptLength));
    }

    /** Passes over a marker; before its code there may be any number of bytes 0xff. */
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

    /** The start of a frame of any coding: 0xc0 to 0xcf but for tables (c4, cc) and an extension (c8). */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void readFrame(int marker) throws UnreadablePictureException {
        if (hasFrame) {
            throw new UnreadablePictureException("one JPEG frame", "a second one of marker " + hex(marker));
        }
        hasFrame = true;
        if (place + 7 > content.length) {
            throw cutOff();
        }
        height = twoBytes(place + 3);
        width = twoBytes(place + 5);
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
        if (!isDropped(marker)) {
            keep(0xff);
            keep(marker);
            System.arraycopy(content, place, kept, keptLength, length);
            keptLength += length;
        }
        place += length;
    }

    private boolean isDropped(int marker) {
        boolean isApplication = marker >= JFIF && marker <= LAST_APPLICATION;
        boolean saysColours = marker == ADOBE || (marker == JFIF && isJfif());
        return marker == COMMENT || (isApplication && !saysColours);
    }

    private boolean isJfif() {
        return place + 6 < content.length
                && content[place + 2] == 'J'
                && content[place + 3] == 'F'
                && content[place + 4] == 'I'
                && content[place + 5] == 'F'
                && content[place + 6] == 0;
    }

    /** Copies coded pixels: in them 0xff is followed by 0 (it is a value) or by a restart marker, d0 to d7. */
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
        return Byte.toUnsignedInt(content[at]) << 8 | Byte.toUnsignedInt(content[at + 1]);
    }

    private UnreadablePictureException cutOff() {
        return new UnreadablePictureException(
                "a whole JPEG picture", "one cut off after " + content.length + " bytes, before its end marker");
    }

    private static String hex(int marker) {
        return String.format("%02x", marker);
    }
}
