package dev.netwright.runtime.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes safetensors files. The same tensors and metadata give the same bytes, data begins at a multiple of 64 bytes,
 * and a reader sees either the old file or the new one.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafeTensorsWriter {
    private static final int CHUNK_BYTES = 1 << 16;

    private SafeTensorsWriter() {}

    /**
     * Creates or replaces a file atomically. On any failure, including one of a {@link TensorSource}, an existing file
     * stays unchanged and no other file is left. A symbolic link is replaced, not followed.
     *
     * @param file the file to create or replace
     * @param metadata free text by key
     * @param tensors tensors in the order in which they are written; only one at a time is held in memory
     * @throws IllegalArgumentException if two tensors have the same name, one is named {@code __metadata__} or has more
     *     values than a Java array can hold, or a text isn't valid Unicode
     * @throws UncheckedIOException if the directory is missing or not writable, {@code file} is a directory, or the
     *     disk fails
     */
    public static void write(Path file, Map<String, String> metadata, List<TensorEntry> tensors) {
        write(file, metadata, List.of(), tensors);
    }

    /**
     * Like {@link #write(Path, Map, List)}, with counters before the tensors.
     *
     * @param file the file to create or replace
     * @param metadata free text by key
     * @param zeroCounters names of integer scalars with the value 0
     * @param tensors tensors in the order in which they are written
     */
    public static void write(
            Path file, Map<String, String> metadata, List<String> zeroCounters, List<TensorEntry> tensors) {
        SortedMap<String, String> sorted = new TreeMap<>(metadata);
        write(file, () -> sorted, zeroCounters, tensors);
    }

    /**
     * Like {@link #write(Path, Map, List)}, with metadata that may depend on the values, such as their checksum.
     *
     * @param metadata called before the first tensor, for the size, and again after the last one, for the content; both
     *     results must have the same length
     */
    static void write(Path file, Supplier<SortedMap<String, String>> metadata, List<TensorEntry> tensors) {
        write(file, metadata, List.of(), tensors);
    }

    private static void write(
            Path file,
            Supplier<SortedMap<String, String>> metadata,
            List<String> zeroCounters,
            List<TensorEntry> tensors) {
        List<NamedShape> shapes = tensors.stream().map(TensorEntry::tensor).toList();
        int headerBytes = SafeTensorsHeader.ofConsecutive(metadata.get(), zeroCounters, shapes)
                .encode()
                .remaining();
        AtomicFile.replace(file, channel -> {
            channel.position(headerBytes);
            writeFully(channel, ByteBuffer.allocate(Math.multiplyExact(zeroCounters.size(), Long.BYTES)));
            for (TensorEntry entry : tensors) {
                float[] values = entry.tensor().newArray();
                entry.values().copyTo(values);
                writeValues(channel, values);
            }
            ByteBuffer header = SafeTensorsHeader.ofConsecutive(metadata.get(), zeroCounters, shapes)
                    .encode();
            if (header.remaining() != headerBytes) {
                throw new IllegalStateException("Metadata grew from " + headerBytes + " to " + header.remaining()
                        + " bytes while the tensors were written; give it a fixed length");
            }
            channel.position(0);
            writeFully(channel, header);
        });
    }

    private static void writeValues(FileChannel channel, float[] values) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < values.length; ) {
            int count = Math.min(CHUNK_BYTES / Float.BYTES, values.length - index);
            chunk.clear().limit(count * Float.BYTES);
            chunk.asFloatBuffer().put(values, index, count);
            writeFully(channel, chunk);
            index += count;
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
