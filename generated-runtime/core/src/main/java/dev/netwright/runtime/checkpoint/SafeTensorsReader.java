package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.WeightsException.quote;

import dev.netwright.operation.EarlierNames;
import dev.netwright.runtime.fault.FileFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.Checksum;

/**
 * An open safetensors file. The header is verified completely when the file is opened: every tensor lies inside the
 * file, none overlaps another, and every byte belongs to a tensor. Thread-safe.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafeTensorsReader implements Closeable {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final long dataStart;
    private final SortedMap<String, String> metadata;
    private final Map<String, TensorHeader> tensors;
    private final Map<String, String> namesInFile;

    private SafeTensorsReader(
            Path file,
            FileChannel channel,
            long dataStart,
            SortedMap<String, String> metadata,
            Collection<TensorHeader> headers,
            UnaryOperator<String> naming) {
        this.file = file;
        this.channel = channel;
        this.dataStart = dataStart;
        this.metadata = metadata;
        this.tensors = new LinkedHashMap<>();
        this.namesInFile = new HashMap<>();
        for (TensorHeader header : headers) {
            String name = naming.apply(header.tensor().name());
            tensors.put(name, header.named(name));
            namesInFile.put(name, header.tensor().name());
        }
    }

    /**
     * Opens a file within {@link ReadLimits#DEFAULT}; see {@link #open(Path, ReadLimits)}.
     *
     * @param file the file
     * @return a reader, to be closed by the caller
     */
    public static SafeTensorsReader open(Path file) {
        return open(file, ReadLimits.DEFAULT);
    }

    /**
     * Opens a file that may also contain tensors of the types F16, BF16 and F64, which {@link #read} converts to
     * float32, and I64, PyTorch's type for counters.
     *
     * @param file the file
     * @return a reader, to be closed by the caller
     * @throws MalformedWeightsException as {@link #open(Path, ReadLimits)} does
     * @throws UncheckedIOException as {@link #open(Path, ReadLimits)} does
     */
    public static SafeTensorsReader openConverting(Path file) {
        return open(file, ReadLimits.DEFAULT, EnumSet.allOf(TensorType.class));
    }

    /**
     * Opens a file and verifies its header.
     *
     * @param file the file
     * @param limits limits on the header
     * @return a reader, to be closed by the caller
     * @throws MalformedWeightsException if it isn't a complete and consistent safetensors file of float32 tensors, or
     *     exceeds {@code limits}
     * @throws UncheckedIOException if the file doesn't exist or can't be read
     */
    public static SafeTensorsReader open(Path file, ReadLimits limits) {
        return open(file, limits, EnumSet.of(TensorType.F32));
    }

    private static SafeTensorsReader open(Path file, ReadLimits limits, Set<TensorType> types) {
        try {
            // A pipe would block, and a directory fails only at the first read, with a message that doesn't name the
            // file.
            if (!Files.isRegularFile(file)) {
                String reason = Files.exists(file) ? "not a regular file" : "no such file";
                throw new FileSystemException(file.toString(), null, reason);
            }
            return open(file, FileChannel.open(file, StandardOpenOption.READ), limits, types);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SafeTensorsReader open(Path file, FileChannel channel, ReadLimits limits, Set<TensorType> types)
            throws IOException {
        try {
            long size = channel.size();
            int headerBytes = headerBytes(file, channel, size, limits);
            long dataStart = (long) Long.BYTES + headerBytes;
            ByteBuffer utf8 = ByteBuffer.allocate(headerBytes);
            readFully(file, channel, utf8, Long.BYTES);
            SafeTensorsHeader header = HeaderParser.parse(file, utf8, limits, types);
            header.requireCovers(file, size - dataStart);
            return new SafeTensorsReader(
                    file, channel, dataStart, header.metadata(), header.tensors(), UnaryOperator.identity());
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static int headerBytes(Path file, FileChannel channel, long size, ReadLimits limits) throws IOException {
        if (size < Long.BYTES) {
            throw new MalformedWeightsException(
                    file,
                    "at least the 8 bytes of the header's length",
                    "a file of " + size + " bytes",
                    "Copy or download it again.");
        }
        ByteBuffer prefix = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readFully(file, channel, prefix, 0);
        long length = prefix.getLong();
        if (length < 2 || length > size - Long.BYTES) {
            throw new MalformedWeightsException(
                    file,
                    "a header length from 2 to the " + (size - Long.BYTES) + " bytes that follow it",
                    Long.toUnsignedString(length),
                    "It is truncated, or not a safetensors file: save a file of torch.save again with"
                            + " safetensors.torch.save_file.");
        }
        if (length > limits.headerBytes()) {
            throw new MalformedWeightsException(
                    file,
                    "a header of at most " + limits.headerBytes() + " bytes",
                    "one of " + length,
                    "If you trust the file, read it with larger ReadLimits.");
        }
        return (int) length;
    }

    /**
     * The same open file with today's names of its tensors, if it has those of 0.1 for a network's.
     *
     * @param expected the network
     * @return this reader, or another of the same file; to be closed once
     */
    SafeTensorsReader namedFor(ExpectedNetwork expected) {
        Set<String> own = expected.parameters().stream().map(NamedShape::name).collect(Collectors.toSet());
        boolean isEarlier = tensors.keySet().stream()
                .anyMatch(name -> !own.contains(name) && own.contains(EarlierNames.today(name)));
        UnaryOperator<String> naming =
                name -> tensors.containsKey(EarlierNames.today(name)) ? name : EarlierNames.today(name);
        return isEarlier ? new SafeTensorsReader(file, channel, dataStart, metadata, tensors.values(), naming) : this;
    }

    /** The name that a tensor has in the file, which its checksum covers. */
    String nameInFile(String name) {
        return Objects.requireNonNull(namesInFile.get(name), name);
    }

    /** {@return the file's {@code __metadata__}, sorted by key; empty if it has none} */
    public SortedMap<String, String> metadata() {
        return metadata;
    }

    /** {@return name and shape of every tensor, in the order of the header} */
    public List<NamedShape> tensors() {
        return tensors.values().stream().map(TensorHeader::tensor).toList();
    }

    /**
     * Reads all values of a tensor, in row-major order, as float32.
     *
     * @param name the tensor's name
     * @param target array with the tensor's number of elements; its content is undefined after an exception
     * @throws IllegalArgumentException if the file has no such tensor, or {@code target} has another length
     * @throws MalformedWeightsException if the file has been truncated since it was opened
     * @throws UncheckedIOException if the file can't be read
     */
    public void read(String name, float[] target) {
        TensorHeader header = tensors.get(name);
        if (header == null || header.tensor().elementCount() != target.length) {
            throw new IllegalArgumentException("Weights file " + file + " has "
                    + (header == null ? "no tensor" : header.tensor().elementCount() + " values in tensor") + " "
                    + quote(name) + ", but it was to be read into an array of " + target.length
                    + "; take names and shapes from tensors()");
        }
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long position = dataStart + header.begin();
        int valueBytes = header.type().bytes();
        try {
            for (int index = 0; index < target.length; ) {
                int count = Math.min(CHUNK_BYTES / valueBytes, target.length - index);
                chunk.clear().limit(count * valueBytes);
                readFully(file, channel, chunk, position + (long) index * valueBytes);
                if (header.type() == TensorType.F32) {
                    chunk.asFloatBuffer().get(target, index, count);
                } else {
                    for (int i = index; i < index + count; i++) {
                        target[i] = header.type().next(chunk);
                    }
                }
                index += count;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A buffer for the method below, which a caller keeps from call to call. */
    static ByteBuffer chunk() {
        return ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads some values of a float32 tensor, from one of them on.
     *
     * @param chunk from the method above
     * @param checksum takes their bytes
     */
    void read(String name, long first, float[] target, ByteBuffer chunk, Checksum checksum) {
        TensorHeader header = Objects.requireNonNull(tensors.get(name), "a tensor of the file");
        long position = dataStart + header.begin() + first * Float.BYTES;
        try {
            for (int index = 0; index < target.length; ) {
                int count = Math.min(CHUNK_BYTES / Float.BYTES, target.length - index);
                chunk.clear().limit(count * Float.BYTES);
                readFully(file, channel, chunk, position + (long) index * Float.BYTES);
                chunk.mark();
                checksum.update(chunk);
                chunk.reset();
                chunk.asFloatBuffer().get(target, index, count);
                index += count;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Reads a tensor's bytes in pieces, unconverted and little-endian.
     *
     * @throws MalformedWeightsException if the file has been truncated since it was opened
     * @throws UncheckedIOException if the file can't be read
     */
    void readBytes(String name, Consumer<ByteBuffer> target) {
        TensorHeader header = Objects.requireNonNull(tensors.get(name), "a tensor of the file");
        long end =
                header.begin() + header.tensor().elementCount() * header.type().bytes();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        try {
            for (long position = header.begin(); position < end; position += CHUNK_BYTES) {
                chunk.clear().limit((int) Math.min(CHUNK_BYTES, end - position));
                readFully(file, channel, chunk, dataStart + position);
                target.accept(chunk);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Closes the file; it can't be read afterwards. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Fills the buffer from {@code position} on and flips it. */
    private static void readFully(Path file, FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new MalformedWeightsException(
                        file,
                        "the length that the file had when it was opened",
                        "its end at byte " + channel.size(),
                        "Another program changed it: read it again when that has finished.");
            }
        }
        buffer.flip();
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException(
                "Cannot read weights file " + file + ": " + FileFault.reason(cause)
                        + ". Check the path and that you may read it.",
                cause);
    }
}
