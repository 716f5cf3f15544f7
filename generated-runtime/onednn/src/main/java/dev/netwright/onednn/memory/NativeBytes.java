package dev.netwright.onednn.memory;

import dev.netwright.runtime.engine.memory.NativeMemory;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A block of native memory that begins at a cache line: Winograd's kernels store past the cache, which must not straddle lines. */
public final class NativeBytes implements AutoCloseable {
    /** Bytes to which every tensor is aligned. */
    public static final long ALIGNMENT = 64;

    private final NativeMemory memory;
    private final BytePointer start;

    private NativeBytes(NativeMemory memory) {
        this.memory = memory;
        Pointer first = memory.start();
        start = new BytePointer(first).getPointer((ALIGNMENT - first.address() % ALIGNMENT) % ALIGNMENT);
    }

    /**
     * Zeros.
     *
     * @param what they are for, in the plural, as a message begins
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    public static NativeBytes zeros(String what, long bytes) {
        return new NativeBytes(NativeMemory.zeros(what, bytes + ALIGNMENT));
    }

    public static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The address of a byte, as a pointer that counts from there. */
    public Pointer at(long offset) {
        return start.getPointer(offset);
    }

    @Override
    public void close() {
        memory.close();
    }
}
