package dev.netwright.runtime.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Builds IDX files in memory. */
final class Idx {
    private Idx() {}

    static byte[] file(int magic, int[] sizes, byte[] values) {
        ByteBuffer file = ByteBuffer.allocate(Integer.BYTES * (1 + sizes.length) + values.length);
        file.putInt(magic);
        for (int size : sizes) {
            file.putInt(size);
        }
        return file.put(values).array();
    }

    static byte[] images(int count, int height, int width, byte[] values) {
        return file(0x0803, new int[] {count, height, width}, values);
    }

    static byte[] labels(int... labels) {
        byte[] values = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = (byte) labels[i];
        }
        return file(0x0801, new int[] {labels.length}, values);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
