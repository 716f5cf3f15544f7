package dev.netwright.runtime.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** NumPy's array file, version 1.0: a magic number, a header of text, and the values in the order of rows. */
final class NumpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The values begin at a multiple of this, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private NumpyArray() {}

    static void write(WritableByteChannel channel, FeatureTable table) throws IOException {
        channel.write(header(table));
        ByteBuffer row = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, table.values()))
                .order(ByteOrder.LITTLE_ENDIAN);
        table.writeRows((index, values) -> {
            row.clear();
            row.asFloatBuffer().put(values);
            while (row.hasRemaining()) {
                channel.write(row);
            }
        });
    }

    private static ByteBuffer header(FeatureTable table) {
        String shape = table.size() + ", "
                + table.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        int before = MAGIC.length + Short.BYTES;
        int end = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).putShort((short) (end - before)).put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').flip();
    }
}
