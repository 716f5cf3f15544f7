package dev.netwright.runtime.internal.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A record of a TFRecord file, little-endian: the length in 8 bytes, its masked checksum in 4, the content, and its
 * masked checksum in 4.
 */
final class TfRecord {
    private static final int MASK_DELTA = 0xa282ead8;

    private TfRecord() {}

    static byte[] of(byte[] content) {
        ByteBuffer record = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + content.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(content.length);
        record.putInt(maskedChecksum(record.array(), 0, Long.BYTES));
        record.put(content);
        record.putInt(maskedChecksum(content, 0, content.length));
        return record.array();
    }

    /** CRC-32C, rotated and shifted, because checksums of data that contain their own checksum are weak. */
    static int maskedChecksum(byte[] bytes, int from, int count) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, count);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK_DELTA;
    }
}
