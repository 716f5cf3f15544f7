package dev.netwright.runtime.onednn;

import org.bytedeco.javacpp.Pointer;

/** A place in the arena that others may have before its first use and after its last. */
final class ArenaPlace implements Place {
    private final long bytes;
    private int firstUse = Integer.MAX_VALUE;
    private int lastUse = Integer.MIN_VALUE;
    private long offset = -1;

    ArenaPlace(long bytes) {
        this.bytes = bytes;
    }

    long bytes() {
        return bytes;
    }

    boolean isUsed() {
        return firstUse <= lastUse;
    }

    /** Whether both are needed at some time. */
    boolean meets(ArenaPlace other) {
        return firstUse <= other.lastUse && other.firstUse <= lastUse;
    }

    /** Whether it is needed at this time. */
    boolean livesAt(int time) {
        return firstUse <= time && time <= lastUse;
    }

    int lastUse() {
        return lastUse;
    }

    void moveTo(long newOffset) {
        offset = newOffset;
    }

    long offset() {
        return offset;
    }

    @Override
    public void usedAt(int time) {
        firstUse = Math.min(firstUse, time);
        lastUse = Math.max(lastUse, time);
    }

    @Override
    public Pointer in(BindingMemory memory) {
        if (offset < 0) {
            throw new IllegalStateException("no kernel uses this place, so it has no address");
        }
        return memory.arena(offset);
    }
}
