package dev.netwright.runtime.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Checksums of a file's or a text's content, independent of the file's name. */
final class FileContent {
    private static final int CHUNK_BYTES = 1 << 20;

    private FileContent() {}

    /** Size and checksum of a file. */
    static String of(Path file) {
        CRC32C crc = new CRC32C();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            while (channel.read(chunk) >= 0) {
                crc.update(chunk.flip());
                chunk.clear();
            }
            return channel.size() + " bytes, checksum " + Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e + ". Check the path.", e);
        }
    }

    static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
