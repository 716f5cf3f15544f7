package dev.netwright.runtime.engine.optimizer;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A vector of floats in the process's own memory, which somebody else frees. A direct buffer ends at 2 GiB, so that a longer vector has several;
 * pieces of heap arrays' size never straddle two.
 */
public final class DirectVector {
    /** Floats of a buffer: 1 GiB, a multiple of every power of two below. */
    private static final int BUFFER_BITS = 28;

    private static final int BUFFER_FLOATS = 1 << BUFFER_BITS;

    private final List<FloatBuffer> buffers;
    private final long length;

    private DirectVector(List<FloatBuffer> buffers, long length) {
        this.buffers = List.copyOf(buffers);
        this.length = length;
    }

    /** Where a vector's memory is. */
    public interface Memory {
        /** A direct buffer in native order of so many floats from one on. */
        FloatBuffer floats(long first, int count);
    }

    /** A vector of so many floats. */
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
     * All of it as one buffer.
     *
     * @throws IllegalArgumentException if it is too long for one
     */
    FloatBuffer whole(String what) {
        if (buffers.size() > 1) {
            throw new IllegalArgumentException(
                    what + " are " + length + " floats, and an optimizer of one's own is bound to at most "
                            + BUFFER_FLOATS + "; take one of Optimizer's, which have no such limit");
        }
        return buffers.isEmpty() ? ByteBuffer.allocateDirect(0).asFloatBuffer() : buffers.get(0);
    }

    /** Copies a piece out; several threads may, at other places. */
    void read(long first, float[] target, int count) {
        buffers.get((int) (first >> BUFFER_BITS)).get((int) (first & (BUFFER_FLOATS - 1)), target, 0, count);
    }

    /** Copies a piece in. */
    void write(long first, float[] source, int count) {
        buffers.get((int) (first >> BUFFER_BITS)).put((int) (first & (BUFFER_FLOATS - 1)), source, 0, count);
    }
}
