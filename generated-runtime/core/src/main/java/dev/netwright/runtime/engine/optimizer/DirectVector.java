package dev.netwright.runtime.engine.optimizer;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A vector of floats in the process's own memory, which the caller frees. A direct buffer holds less than 2 GiB, so a
 * longer vector has several buffers; a piece of a power of two of floats, at a multiple of its size, never straddles
 * two.
 */
public final class DirectVector {
    /** Floats of a buffer: 1 GiB, a multiple of every smaller power of two. */
    private static final int BUFFER_BITS = 28;

    private static final int BUFFER_FLOATS = 1 << BUFFER_BITS;

    private final List<FloatBuffer> buffers;
    private final long length;

    private DirectVector(List<FloatBuffer> buffers, long length) {
        this.buffers = List.copyOf(buffers);
        this.length = length;
    }

    /** The memory of a vector. */
    public interface Memory {
        /**
         * A part of the memory as a direct buffer in native order.
         *
         * @param first index of the part's first float, from 0
         * @param count floats of the part
         * @return a buffer over the memory itself, not a copy
         */
        FloatBuffer floats(long first, int count);
    }

    /**
     * A vector over memory.
     *
     * @param length floats of the vector, at least 0
     * @param memory at least as long
     * @return the vector
     */
    public static DirectVector of(long length, Memory memory) {
        List<FloatBuffer> buffers = new ArrayList<>();
        for (long first = 0; first < length; first += BUFFER_FLOATS) {
            buffers.add(memory.floats(first, (int) Math.min(BUFFER_FLOATS, length - first)));
        }
        return new DirectVector(buffers, length);
    }

    long length() {
        return length;
    }

    /**
     * The whole vector as one buffer.
     *
     * @throws IllegalArgumentException if it is too long for one buffer
     */
    FloatBuffer whole(String what) {
        if (buffers.size() > 1) {
            throw new IllegalArgumentException(
                    what + " are " + length + " floats, and a custom optimizer takes at most " + BUFFER_FLOATS
                            + "; use one of Optimizer's own, which have no such limit");
        }
        return buffers.isEmpty() ? ByteBuffer.allocateDirect(0).asFloatBuffer() : buffers.get(0);
    }

    /** Copies a piece out. Several threads may copy different pieces at the same time. */
    void read(long first, float[] target, int count) {
        buffers.get((int) (first >> BUFFER_BITS)).get((int) (first & (BUFFER_FLOATS - 1)), target, 0, count);
    }

    /** Copies a piece in. */
    void write(long first, float[] source, int count) {
        buffers.get((int) (first >> BUFFER_BITS)).put((int) (first & (BUFFER_FLOATS - 1)), source, 0, count);
    }
}
