package dev.netwright.runtime.onednn.memory;

import dev.netwright.runtime.nd4j.FlatArray;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A stretch of ND4J's memory that begins at a cache line: Winograd's kernels store past the cache, which must not straddle lines. */
public final class NativeBytes implements AutoCloseable {
    /** Bytes to which every tensor is aligned. */
    public static final long ALIGNMENT = 64;

    private final FlatArray array;
    private final long padding;
    private final BytePointer start;

    private NativeBytes(FlatArray array) {
        this.array = array;
        Pointer first = array.whole().data().pointer();
        padding = (ALIGNMENT - first.address() % ALIGNMENT) % ALIGNMENT;
        start = new BytePointer(first).getPointer(padding);
    }

    /**
     * Zeros.
     *
     * @param what they are for, as a message begins
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    public static NativeBytes zeros(String what, long bytes) {
        return new NativeBytes(FlatArray.zeros(what, floats(bytes)));
    }

    public static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static long floats(long bytes) {
        return (bytes + ALIGNMENT) / Float.BYTES;
    }

    /** The address of a byte, as a pointer that counts from there. */
    public Pointer at(long offset) {
        return start.getPointer(offset);
    }

    /** So many bytes from an offset on as a vector of ND4J's. */
    public INDArray vector(long offset, long bytes) {
        return array.view((padding + offset) / Float.BYTES, bytes / Float.BYTES);
    }

    @Override
    public void close() {
        array.close();
    }
}
