package dev.netwright.plan;

/** Bytes of an arena that others may have before their first use and after their last. */
public final class Region {
    private final long bytes;
    private int firstUse = Integer.MAX_VALUE;
    private int lastUse = Integer.MIN_VALUE;
    private long offset = -1;

    Region(long bytes) {
        this.bytes = bytes;
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }

    /** Says that it is needed at a moment of a step. */
    public void usedAt(int time) {
        firstUse = Math.min(firstUse, time);
        lastUse = Math.max(lastUse, time);
    }

    /** Whether it is needed at any time. */
    public boolean isUsed() {
        return firstUse <= lastUse;
    }

    /** The first moment at which it is needed. */
    public int firstUse() {
        return firstUse;
    }

    /** The last moment at which it is needed. */
    public int lastUse() {
        return lastUse;
    }

    /** Whether both are needed at some time. */
    boolean meets(Region other) {
        return firstUse <= other.lastUse && other.firstUse <= lastUse;
    }

    /**
     * Where it begins, in bytes.
     *
     * @throws IllegalStateException if the arena isn't assigned, or nothing uses it
     */
    public long offset() {
        if (offset < 0) {
            throw new IllegalStateException("no kernel uses this region, so it has no address");
        }
        return offset;
    }

    void moveTo(long newOffset) {
        offset = newOffset;
    }
}
