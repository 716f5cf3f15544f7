package dev.netwright.runtime.engine.memory;

import dev.netwright.runtime.machine.MemoryRoom;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;

/**
 * A block of native memory that begins as zeros. {@link #close()} frees it, or the garbage collector after the last
 * reference to this object is gone.
 *
 * <p>The block is written at once, so memory that the system doesn't have is missed at the allocation and not in the
 * middle of a step.
 */
public final class NativeMemory implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final AtomicLong HELD = new AtomicLong();

    static {
        JavaCppLimits.lift();
    }

    private final Pointer start;
    private final long bytes;
    private final Cleaner.Cleanable freeing;

    private NativeMemory(Pointer start, long bytes) {
        this.start = start;
        this.bytes = bytes;
        freeing = CLEANER.register(this, new Freeing(start, bytes));
    }

    /** Refers to the block and not to its owner, which could never become unreachable otherwise. */
    private record Freeing(Pointer start, long bytes) implements Runnable {
        @Override
        public void run() {
            Pointer.free(start);
            HELD.addAndGet(-bytes);
        }
    }

    /**
     * Allocates a block of zeros.
     *
     * @param what the block's content in the plural, as a message begins
     * @param bytes the block's size, at least 1
     * @return a block that the caller closes
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    public static NativeMemory zeros(String what, long bytes) {
        MemoryRoom.require(what, bytes);
        Pointer start = Pointer.malloc(bytes);
        if (Pointer.isNull(start)) {
            throw MemoryRoom.refused(what, bytes);
        }
        Pointer.memset(start, 0, bytes);
        HELD.addAndGet(bytes);
        return new NativeMemory(start, bytes);
    }

    /**
     * The size of all blocks that aren't freed yet. The difference between two calls is what was allocated in between.
     *
     * @return bytes
     */
    public static long heldBytes() {
        return HELD.get();
    }

    /**
     * The address of the block's first byte.
     *
     * @return valid until the block is freed
     */
    public Pointer start() {
        return start;
    }

    /**
     * The block's size.
     *
     * @return bytes, at least 1
     */
    public long bytes() {
        return bytes;
    }

    /** Frees the block; a second call does nothing. */
    @Override
    public void close() {
        freeing.clean();
    }
}
