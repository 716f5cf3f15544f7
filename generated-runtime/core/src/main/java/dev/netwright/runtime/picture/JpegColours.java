package dev.netwright.runtime.picture;

import java.nio.charset.StandardCharsets;

/**
 * How the components of a JPEG file stand for colours, as libjpeg tells it and Pillow with it, and the marker that says so to
 * every decoder alike. JFIF's marker decides; without it Adobe's; without both the components' numbers.
 */
enum JpegColours {
    GREY(Marker.JFIF),
    YCC(Marker.JFIF),
    RGB(Marker.ADOBE),
    CMYK(Marker.ADOBE),
    /** CMYK whose first three inks are coded as YCC. */
    YCCK(Marker.ADOBE);

    /** What the components are called where they are red, green and blue. */
    private static final int RGB_NUMBERS = ('R' << 16) | ('G' << 8) | 'B';

    private final String marker;

    JpegColours(String marker) {
        this.marker = marker;
    }

    /** Segments with their marker's code in front, a character a byte. */
    private static final class Marker {
        private static final String JFIF = "\u00ff\u00e0\0\20JFIF\0\1\1\0\0\1\0\1\0\0";
        /** Of transform 0: the components are taken as they are. */
        private static final String ADOBE = "\u00ff\u00ee\0\16Adobe\0d\0\0\0\0\0";
    }

    /**
     * The colours of a file.
     *
     * @param components how many there are
     * @param numbers of the first three, a byte each
     * @param hasJfif whether JFIF's marker stands before the first scan
     * @param adobeTransform what Adobe's marker says before the first scan; negative without one
     * @throws UnreadablePictureException if there are neither 1, 3 nor 4 components
     */
    static JpegColours of(int components, int numbers, boolean hasJfif, int adobeTransform)
            throws UnreadablePictureException {
        return switch (components) {
            case 1 -> GREY;
            case 3 -> {
                boolean isSaidRgb = adobeTransform < 0 ? numbers == RGB_NUMBERS : adobeTransform == 0;
                yield !hasJfif && isSaidRgb ? RGB : YCC;
            }
            case 4 -> adobeTransform > 0 ? YCCK : CMYK;
            default ->
                throw new UnreadablePictureException("a JPEG picture of 1, 3 or 4 components", components + " of them");
        };
    }

    /** The segment that belongs behind a file's first marker. */
    byte[] marker() {
        return marker.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the components are inks, of which a decoder makes no red, green and blue. */
    boolean areInks() {
        return this == CMYK || this == YCCK;
    }
}
