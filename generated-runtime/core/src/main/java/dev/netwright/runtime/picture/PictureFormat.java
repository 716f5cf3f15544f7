package dev.netwright.runtime.picture;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that can be decoded, detected by a file's first bytes and not by its name. */
enum PictureFormat {
    JPEG("ffd8ff") {
        @Override
        PictureContent inspect(byte[] content) throws UnreadablePictureException {
            return new JpegInspection(content).inspect();
        }
    },
    PNG("89504e470d0a1a0a") {
        @Override
        PictureContent inspect(byte[] content) throws UnreadablePictureException {
            return new PngInspection(content).inspect();
        }
    },
    BMP("424d") {
        @Override
        PictureContent inspect(byte[] content) throws UnreadablePictureException {
            return new BmpInspection(content).inspect();
        }
    };

    private final String signature;

    /**
     * A format.
     *
     * @param signature first bytes of a file, in hexadecimal
     */
    PictureFormat(String signature) {
        this.signature = signature;
    }

    /** Number of bytes of the format's signature. */
    int signatureLength() {
        return signature.length() / 2;
    }

    /** Parses everything except the coded pixels, and checks that nothing is missing. */
    abstract PictureContent inspect(byte[] content) throws UnreadablePictureException;

    /** The format of a file. */
    static PictureFormat of(byte[] content) throws UnreadablePictureException {
        for (PictureFormat format : values()) {
            if (format.begins(content)) {
                return format;
            }
        }
        throw new UnreadablePictureException("a JPEG, PNG or BMP picture", beginning(content));
    }

    /** The name of a file's format, including formats that can't be decoded. */
    static Optional<String> nameOf(byte[] content) {
        return Stream.of(values())
                .filter(format -> format.begins(content))
                .map(Enum::name)
                .findFirst()
                .or(() -> ForeignFormat.of(content));
    }

    private boolean begins(byte[] content) {
        int length = signatureLength();
        return content.length >= length
                && HexFormat.of().formatHex(content, 0, length).equals(signature);
    }

    private static String beginning(byte[] content) {
        if (content.length == 0) {
            return "an empty file";
        }
        Optional<String> foreign = ForeignFormat.of(content);
        if (foreign.isPresent()) {
            return "a picture in " + foreign.get() + ", which must be converted first";
        }
        return "content that begins with "
                + HexFormat.ofDelimiter(" ").formatHex(content, 0, Math.min(content.length, 8));
    }
}
