package dev.netwright.plan;

/** A range of an arena's bytes, which it needs from its first to its last use only. */
public final class Region {
    private final long bytes;
    private int firstUse = Integer.MAX_VALUE;
    private int lastUse = Integer.MIN_VALUE;
    private long offset = -1;

    Region(long bytes) {
        this.bytes = bytes;
    }

    /** {@return the size in bytes} */
    public long bytes() {
        return bytes;
    }

    /**
     * Records that a moment of a step needs the region.
     *
     * @param time the moment, from 0 on
     */
    public void usedAt(int time) {
        firstUse = Math.min(firstUse, time);
        lastUse = Math.max(lastUse, time);
    }

    /** {@return whether any moment needs it} */
    public boolean isUsed() {
        return firstUse <= lastUse;
    }

    /** {@return the first moment that needs it; {@link Integer#MAX_VALUE} if there is none} */
    public int firstUse() {
        return firstUse;
    }

    /** {@return the last moment that needs it; {@link Integer#MIN_VALUE} if there is none} */
    public int lastUse() {
        return lastUse;
    }

    /** Whether some moment between first and last use needs both. */
    boolean meets(Region other) {
        return firstUse <= other.lastUse && other.firstUse <= lastUse;
    }

    /**
     * {@return the position of its first byte in the arena}
     *
     * @throws IllegalStateException if the arena isn't assigned, or no moment needs the region
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
