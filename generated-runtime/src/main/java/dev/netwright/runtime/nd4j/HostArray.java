package dev.netwright.runtime.nd4j;

/** An array that the host writes or reads at every step. */
interface HostArray {
    /** Copies the first {@code count} numbers of {@code source} to the array's start. */
    void write(float[] source, int count);

    /** Copies the array's first numbers, as many as {@code target} takes. */
    void read(float[] target);
}
