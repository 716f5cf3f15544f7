package dev.netwright.onednn.winograd;

import dev.netwright.plan.onednn.Tiling;
import java.util.Arrays;

/** One thread's arrays between the transforms of weights or their gradient: a block of outputs with all inputs, shared as {@link TileBuffers} are. */
final class WeightBuffers {
    private static final int MOST_SIDE = 5;

    /** The kernel's values, by row and column. */
    final float[][][] places = new float[MOST_SIDE][MOST_SIDE][0];

    /** After one transform: by row or column of frequencies. */
    final float[][][] halfway = new float[Tiling.MOST_REACH][Tiling.MOST_REACH][0];

    /** By row and column. */
    final float[][][] frequencies = new float[Tiling.MOST_REACH][Tiling.MOST_REACH][0];

    /** Values as weights lie. */
    float[] stored = {};

    /** Makes arrays longer that are too short. */
    void reserve(int length, int side) {
        for (float[][][] all : new float[][][][] {places, halfway, frequencies}) {
            for (float[][] row : all) {
                if (row[0].length < length) {
                    Arrays.setAll(row, any -> new float[length]);
                }
            }
        }
        int kernels = length * side * side;
        stored = stored.length < kernels ? new float[kernels] : stored;
    }
}
