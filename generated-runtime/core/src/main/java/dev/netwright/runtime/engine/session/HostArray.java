package dev.netwright.runtime.engine.session;

/** An array that the host writes or reads at every step. */
public interface HostArray {
    /**
     * Copies numbers to the array's start.
     *
     * @param source holds at least {@code count} numbers
     * @param count how many to copy
     * @throws IllegalArgumentException if the array holds fewer
     */
    void write(float[] source, int count);

    /**
     * Copies the array's first numbers.
     *
     * @param target its length says how many to copy
     * @throws IllegalArgumentException if the array holds fewer
     */
    void read(float[] target);

    /**
     * Checks a copy's length, because native memory has no bounds check of its own.
     *
     * @param length numbers that the array holds
     * @param count numbers to copy
     * @throws IllegalArgumentException if {@code count} is larger than {@code length}
     */
    static void requireRoom(long length, int count) {
        if (count > length) {
            throw new IllegalArgumentException("the array holds " + length + " numbers, found " + count + " to copy");
        }
    }
}
