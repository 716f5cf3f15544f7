package dev.netwright.tests.input;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** Files made byte by byte, without the readers under test and their writers. */
final class RawFiles {
    private RawFiles() {}

    static Path write(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    static Path write(Path folder, String name, String content) throws IOException {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A safetensors file: the length of the header, the header, and zeros as data. */
    static byte[] safetensors(String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    /** An IDX file: a magic number, sizes, and zeros as values. */
    static byte[] idx(int magic, int values, int... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + sizes.length) + values);
        bytes.putInt(magic);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        return bytes.array();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** A grey picture. */
    static byte[] picture(String format, int height, int width) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), format, bytes)) {
            throw new IllegalArgumentException("no writer of " + format.toUpperCase(Locale.ROOT));
        }
        return bytes.toByteArray();
    }

    /** A PNG whose header says another size than its data has. */
    static byte[] pngThatClaims(int height, int width) throws IOException {
        byte[] png = picture("png", 8, 8);
        int header = 16; // signature, length and type of the first chunk, which begins with width and height
        ByteBuffer.wrap(png).putInt(header, width).putInt(header + Integer.BYTES, height);
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        return png;
    }
}
