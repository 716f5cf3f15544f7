package dev.netwright.runtime.picture;

import java.nio.charset.StandardCharsets;

/**
 * The color space of a JPEG file's components, determined as libjpeg and Pillow do, and the marker that states it
 * unambiguously to every decoder. A JFIF marker determines it; without one, an Adobe marker; without both, the
 * components' ids.
 */
enum JpegColours {
    GREY(Marker.JFIF),
    YCC(Marker.JFIF),
    RGB(Marker.ADOBE),
    CMYK(Marker.ADOBE),
    /** CMYK with its first three components coded as YCC. */
    YCCK(Marker.ADOBE);

    /** Ids of the components of an RGB file. */
    private static final int RGB_NUMBERS = ('R' << 16) | ('G' << 8) | 'B';

    private final String marker;

    JpegColours(String marker) {
        this.marker = marker;
    }

    /** Segments including their marker code, one character per byte. */
    private static final class Marker {
        private static final String JFIF = "\u00ff\u00e0\0\20JFIF\0\1\1\0\0\1\0\1\0\0";
        /** With transform 0, components aren't converted. */
        private static final String ADOBE = "\u00ff\u00ee\0\16Adobe\0d\0\0\0\0\0";
    }

    /**
     * Determines a file's color space.
     *
     * @param components number of components
     * @param numbers ids of the first three components, one byte each
     * @param hasJfif whether a JFIF marker precedes the first scan
     * @param adobeTransform transform of an Adobe marker before the first scan; negative without one
     * @throws UnreadablePictureException if the number of components isn't 1, 3 or 4
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
                throw new UnreadablePictureException(
                        "a JPEG picture of 1, 3 or 4 components", components + " components");
        };
    }

    /** The segment to insert after a file's first marker. */
    byte[] marker() {
        return marker.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the components are inks, which decoders don't convert to RGB. */
    boolean areInks() {
        return this == CMYK || this == YCCK;
    }
}
