package dev.netwright.onednn.winograd;

import dev.netwright.plan.onednn.Tiling;
import java.util.Arrays;

/**
 * One thread's arrays between the transforms, as long as the largest kernel that uses them needs. They are on the heap, because only there
 * C2 turns loops into vector instructions. Kernels run one after the other, so all of a session share them.
 */
final class TileBuffers {
    private static final int MOST_ROWS_OF_A_TILE = 4;

    /** The rows of the input that the tiles of a block read, with their border: first rows, second rows, ... */
    final float[][] rows = new float[Tiling.MOST_REACH][0];

    /** The same after the transform of the columns. */
    final float[][] transformedRows = new float[Tiling.MOST_REACH][0];

    /** One transformed row of each tile: first columns, second columns, ... */
    final float[][] columns = new float[Tiling.MOST_REACH][0];

    /** Each frequency's tiles, of the input or of the products. */
    final float[][] frequencies = new float[Tiling.MOST_REACH * Tiling.MOST_REACH][0];

    /** Products after the transform of the rows: by row of frequencies and column of the tile. */
    final float[][][] halfway = new float[Tiling.MOST_REACH][MOST_ROWS_OF_A_TILE][0];

    /** The output's pixels: by column and row of the tile. */
    final float[][][] pixels = new float[MOST_ROWS_OF_A_TILE][MOST_ROWS_OF_A_TILE][0];

    /** Makes arrays longer that are too short. */
    void reserve(int rowsLength, int tilesLength) {
        grow(rows, rowsLength);
        grow(transformedRows, rowsLength);
        grow(columns, tilesLength);
        grow(frequencies, tilesLength);
        for (float[][] row : halfway) {
            grow(row, tilesLength);
        }
        for (float[][] column : pixels) {
            grow(column, tilesLength);
        }
    }

    private static void grow(float[][] arrays, int length) {
        if (arrays[0].length < length) {
            Arrays.setAll(arrays, any -> new float[length]);
        }
    }
}
