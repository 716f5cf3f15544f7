package dev.netwright.runtime.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Picture formats that can't be decoded, so that messages can name them. */
enum ForeignFormat {
    WEBP("WebP", "RIFF", 8, "WEBP"),
    GIF("GIF", "GIF8", 0, ""),
    TIFF_LITTLE("TIFF", "II*\0", 0, ""),
    TIFF_BIG("TIFF", "MM\0*", 0, ""),
    AVIF("AVIF", "", 4, "ftypavi"),
    HEIC("HEIC", "", 4, "ftyphei"),
    HEIF("HEIF", "", 4, "ftypmif1"),
    JPEG_2000("JPEG 2000", "\0\0\0\fjP  ", 0, ""),
    JPEG_XL("JPEG XL", "\u00ff\n", 0, ""),
    JPEG_XL_BOX("JPEG XL", "\0\0\0\fJXL ", 0, ""),
    PSD("Photoshop", "8BPS", 0, "");

    private final String title;
    private final String beginning;
    private final int place;
    private final String there;

    /**
     * A format.
     *
     * @param beginning first bytes of a file, one character per byte
     * @param place offset of a second signature
     * @param there bytes of the second signature
     */
    ForeignFormat(String title, String beginning, int place, String there) {
        this.title = title;
        this.beginning = beginning;
        this.place = place;
        this.there = there;
    }

    /** The name of a file's format, if it is one of these. */
    static Optional<String> of(byte[] content) {
        for (ForeignFormat format : values()) {
            if (has(content, 0, format.beginning) && has(content, format.place, format.there)) {
                return Optional.of(format.title);
            }
        }
        return Optional.empty();
    }

    private static boolean has(byte[] content, int place, String bytes) {
        return content.length >= place + bytes.length()
                && new String(content, place, bytes.length(), StandardCharsets.ISO_8859_1).equals(bytes);
    }
}
