package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX file of unsigned bytes, the format of MNIST and related datasets: a big-endian header with the magic number
 * {@code 0x0800 + dimensions} and one 32-bit size per dimension, then the bytes in row-major order.
 *
 * <p>The whole file must be valid. Source of the format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of
 * handwritten digits", section "File formats".
 */
final class IdxFile {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int MAX_VALUES = 1 << 30;
    private static final int GZIP_MAGIC_0 = 0x1f;
    private static final int GZIP_MAGIC_1 = 0x8b;

    /**
     * Deflate's largest compression ratio (RFC 1951: 258 bytes take at least 2 bits); a header that claims more is
     * wrong.
     */
    private static final int MAX_DEFLATE_RATIO = 1032;

    private final String name;
    private final int[] sizes;
    private final byte[] values;

    private IdxFile(String name, int[] sizes, byte[] values) {
        this.name = name;
        this.sizes = sizes;
        this.values = values;
    }

    /** The file's name in messages. */
    String name() {
        return name;
    }

    /** Size of each dimension, at least 1. */
    int[] sizes() {
        return sizes;
    }

    /** All bytes; their number is the product of the sizes. */
    byte[] values() {
        return values;
    }

    /**
     * Reads a file, compressed by gzip or not, whatever its name.
     *
     * @param dimensions required number of dimensions
     * @throws MalformedDataException if the file has another form
     * @throws UncheckedIOException if the file can't be read
     */
    static IdxFile read(Path file, int dimensions) {
        try {
            long size = Files.size(file);
            if (size > MAX_VALUES) {
                throw new MalformedDataException(
                        file.toString(), "at most " + MAX_VALUES + " bytes", size + " bytes", "name an IDX file");
            }
            return parse(file.toString(), Files.readAllBytes(file), dimensions);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
    }

    /** Parses a file's content; see {@link #read}. */
    static IdxFile parse(String name, byte[] content, int dimensions) {
        try {
            if (content.length > 1 && (content[0] & 0xff) == GZIP_MAGIC_0 && (content[1] & 0xff) == GZIP_MAGIC_1) {
                try (WholeGzip stream = new WholeGzip(content)) {
                    IdxFile file = parse(name, stream, (long) content.length * MAX_DEFLATE_RATIO, dimensions);
                    if (stream.bytesFollow()) {
                        throw refused(name, "nothing after the compressed data", "more bytes");
                    }
                    return file;
                }
            }
            return parse(name, new ByteArrayInputStream(content), content.length, dimensions);
        } catch (EOFException | ZipException e) {
            throw refused(name, "a complete gzip file", "damaged or truncated data (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read: " + FileFault.reason(e), e);
        }
    }

    private static IdxFile parse(String name, InputStream stream, long limit, int dimensions) throws IOException {
        byte[] header = stream.readNBytes(Integer.BYTES * (1 + dimensions));
        if (header.length < Integer.BYTES * (1 + dimensions)) {
            throw refused(name, "a header of " + Integer.BYTES * (1 + dimensions) + " bytes", header.length + " bytes");
        }
        DataInputStream numbers = new DataInputStream(new ByteArrayInputStream(header));
        int magic = numbers.readInt();
        if (magic != UNSIGNED_BYTES + dimensions) {
            throw refused(
                    name,
                    String.format("the magic number 0x%08x", UNSIGNED_BYTES + dimensions),
                    String.format("0x%08x", magic));
        }
        int[] sizes = new int[dimensions];
        long count = 1;
        for (int i = 0; i < dimensions; i++) {
            sizes[i] = numbers.readInt();
            // No overflow: both factors are below 2^31, and the product is checked in each iteration.
            count *= sizes[i];
            if (sizes[i] < 1 || count > MAX_VALUES) {
                throw refused(
                        name, "sizes from 1 up, their product at most 2^30", "size " + sizes[i] + " of dimension " + i);
            }
        }
        return new IdxFile(name, sizes, readValues(name, stream, limit, (int) count));
    }

    private static byte[] readValues(String name, InputStream stream, long limit, int count) throws IOException {
        // The limit is checked first, so that a wrong header can't cause an allocation larger than the file's content.
        byte[] values = new byte[(int) Math.min(count, limit)];
        int read = stream.readNBytes(values, 0, values.length);
        if (read < count) {
            throw refused(name, count + " values, as its header says", "only " + read);
        }
        if (stream.read() >= 0) {
            throw refused(name, count + " values, as its header says", "more bytes after them");
        }
        return values;
    }

    private static MalformedDataException refused(String name, String expected, String found) {
        return new MalformedDataException(name, expected, found, "download the file again");
    }

    /**
     * A gzip stream whose buffer holds the whole input, so that it can tell whether bytes follow the compressed data.
     */
    private static final class WholeGzip extends GZIPInputStream {
        private static final int TRAILER = 8;

        WholeGzip(byte[] content) throws IOException {
            super(new ByteArrayInputStream(content), content.length);
        }

        /** Whether bytes follow the compressed data; the JDK ignores them silently. */
        boolean bytesFollow() {
            return inf.getRemaining() > TRAILER;
        }
    }
}
