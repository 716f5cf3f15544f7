package dev.netwright.runtime.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * CRC-32C over the content of a Netwright file, independent of the order of its bytes: another program or a later
 * version may write the tensors in another order. It covers every metadata entry but the checksum, sorted by key, as
 * key, 0, value, 0 in UTF-8; then every tensor, sorted by name, as name, 0, and the CRC-32C of its values. Numbers are
 * little-endian. It detects accidents, such as a flipped bit on disk, but not forgery.
 */
final class ContentChecksum {
    private static final int CHUNK_BYTES = 1 << 16;

    private final SortedMap<String, String> metadata;
    private final SortedMap<String, Integer> tensors = new TreeMap<>();

    ContentChecksum(SortedMap<String, String> metadata) {
        this.metadata = metadata;
    }

    void add(String name, float[] values) {
        CRC32C crc = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < values.length; ) {
            int count = Math.min(CHUNK_BYTES / Float.BYTES, values.length - index);
            chunk.clear().limit(count * Float.BYTES);
            chunk.asFloatBuffer().put(values, index, count);
            crc.update(chunk);
            index += count;
        }
        add(name, crc);
    }

    /** A tensor whose values are in a checksum of their own by now. */
    void add(String name, CRC32C values) {
        tensors.put(name, (int) values.getValue());
    }

    /** Adds a tensor in pieces, to save memory. */
    void add(String name, Consumer<Consumer<ByteBuffer>> littleEndianValues) {
        CRC32C crc = new CRC32C();
        littleEndianValues.accept(crc::update);
        add(name, crc);
    }

    /** The checksum of the metadata and all tensors so far, as 8 hexadecimal digits. */
    String hex() {
        CRC32C crc = new CRC32C();
        metadata.forEach((key, value) -> {
            if (!key.equals(FileMetadata.CRC32C)) {
                update(crc, key);
                update(crc, value);
            }
        });
        tensors.forEach((name, values) -> {
            update(crc, name);
            crc.update(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(values)
                    .flip());
        });
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void update(CRC32C crc, String text) {
        crc.update(text.getBytes(UTF_8));
        crc.update(0);
    }
}
