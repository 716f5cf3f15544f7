package dev.netwright.runtime.engine.session;

/** An array that the host writes or reads at every step. */
public interface HostArray {
    /**
     * Copies the first {@code count} numbers of {@code source} to the array's start.
     *
     * @throws IllegalArgumentException if the array has fewer
     */
    void write(float[] source, int count);

    /**
     * Copies the array's first numbers, as many as {@code target} takes.
     *
     * @throws IllegalArgumentException if the array has fewer
     */
    void read(float[] target);

    /** Native memory has no bounds of its own. */
    static void requireRoom(long length, int count) {
        if (count > length) {
            throw new IllegalArgumentException("the array holds " + length + " numbers, found " + count + " to copy");
        }
    }
}
