package dev.netwright.runtime.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files built byte by byte, without the code under test. */
final class RawFile {

    private RawFile() {}

    static byte[] of(String json, float... values) {
        return of(json.getBytes(StandardCharsets.UTF_8), bytes(values));
    }

    static byte[] of(byte[] header, byte[] data) {
        return withLength(header.length, header, data);
    }

    static byte[] withLength(long length, byte[] header, byte[] data) {
        return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(header)
                .put(data)
                .array();
    }

    static byte[] bytes(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    static Path write(Path file, byte[] bytes) {
        try {
            // Some file systems flush a file that is truncated and written again, which takes milliseconds.
            Files.deleteIfExists(file);
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
