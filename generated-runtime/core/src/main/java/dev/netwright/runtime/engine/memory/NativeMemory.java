package dev.netwright.runtime.engine.memory;

import dev.netwright.runtime.machine.MemoryRoom;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;

/**
 * A block of native memory, zero at first. It is freed by {@link #close()}, or after the last reference to this object is gone.
 *
 * <p>The block is written at once: memory that the system doesn't have is missed at the allocation, not in the middle of a step.
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

    /** It knows the block and not its owner, which could never become unreachable otherwise. */
    private record Freeing(Pointer start, long bytes) implements Runnable {
        @Override
        public void run() {
            Pointer.free(start);
            HELD.addAndGet(-bytes);
        }
    }

    /**
     * A block of zeros.
     *
     * @param what is in it, in the plural, as a message begins
     * @param bytes its size, at least 1
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

    /** Bytes that all blocks hold now: what a binding takes is the difference that it makes. */
    public static long heldBytes() {
        return HELD.get();
    }

    /** The address of its first byte. */
    public Pointer start() {
        return start;
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }

    /** Frees the block; a second call does nothing. */
    @Override
    public void close() {
        freeing.clean();
    }
}
