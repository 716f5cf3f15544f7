package dev.netwright.onednn.image;

import java.util.ArrayList;
import java.util.List;

/**
 * The arrays of a session's threads, as long as the largest layer that uses them needs. They are on the heap, because only there C2 turns
 * loops into vector instructions. Kernels run one after the other, so all of a session share them.
 */
public final class ImageBuffers {
    private static final int ARRAYS = 8;

    private final List<float[][]> threads = new ArrayList<>();

    /** One thread's arrays, by its number among a kernel's. A layer asks again in every step: another may have made them longer. */
    float[][] of(int thread) {
        return threads.get(thread);
    }

    /** Makes arrays of a thread, or makes them longer. */
    void reserve(int thread, int length) {
        while (threads.size() <= thread) {
            threads.add(new float[ARRAYS][0]);
        }
        float[][] arrays = threads.get(thread);
        if (arrays[0].length < length) {
            for (int i = 0; i < ARRAYS; i++) {
                arrays[i] = new float[length];
            }
        }
    }
}
