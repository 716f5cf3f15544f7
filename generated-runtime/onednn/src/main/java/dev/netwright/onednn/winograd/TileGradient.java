package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.plan.onednn.Tiling;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * {@code Z = H y H^T} for the tiles of a block of the output's gradient, which is the kernel of the convolution that the weights' gradient
 * is: each m x m pixels become the frequencies of a tile.
 */
final class TileGradient {
    private final Tiling tiling;
    private final Transforms transforms;
    private final TileConvolution.Size size;
    private final FloatBuffer gradient;
    private final FloatBuffer tiles;
    private final TileBuffers buffers;

    /** Channels of a block. */
    private final int lanes = OneDnn.loaded().block();

    /** Floats of a row, as far as tiles reach. */
    private final int line;

    /** Floats of one frequency of a block of channels. */
    private final int length;

    private final float[][] results = new float[Tiling.MOST_REACH][];

    TileGradient(
            Tiling tiling, TileConvolution.Size size, FloatBuffer gradient, FloatBuffer tiles, TileBuffers buffers) {
        this.tiling = tiling;
        transforms = Transforms.of(tiling);
        this.size = size;
        this.gradient = gradient;
        this.tiles = tiles;
        this.buffers = buffers;
        line = tiling.tileColumns() * tiling.tile() * lanes;
        length = tiling.tilesOfBlock() * lanes;
        buffers.reserve(tiling.rowsOfBlock() * line, length);
    }

    /**
     * Transforms a block.
     *
     * @param at the block's place in its chunk
     */
    void transform(int block, int at) {
        int first = block * tiling.rowsOfBlock();
        int blocks = tiling.outputs() / lanes;
        for (int channels = 0; channels < blocks; channels++) {
            for (int i = 0; i < tiling.rowsOfBlock(); i++) {
                load(first + i, channels, i * line);
            }
            transforms.kernel(buffers.rows, tiling.tile(), buffers.transformedRows, tiling.rowsOfBlock() * line);
            for (int row = 0; row < tiling.reach(); row++) {
                deal(buffers.transformedRows[row]);
                System.arraycopy(buffers.frequencies, row * tiling.reach(), results, 0, tiling.reach());
                transforms.kernel(buffers.columns, tiling.tile(), results, length);
            }
            for (int frequency = 0; frequency < tiling.frequencies(); frequency++) {
                int to = (frequency * blocks + channels) * tiling.tilesOfChunk() * lanes + at * length;
                tiles.put(to, buffers.frequencies[frequency], 0, length);
            }
        }
    }

    /** The rows of one row of tiles: zeros where the tiles reach past the image, and behind the last. */
    private void load(int tileRow, int channels, int to) {
        int image = tileRow / tiling.tileRows();
        int top = (tileRow - image * tiling.tileRows()) * tiling.tile();
        int width = size.width() * lanes;
        int plane = (image * (tiling.outputs() / lanes) + channels) * size.height();
        for (int k = 0; k < tiling.tile(); k++) {
            int row = top + k;
            int filled = 0;
            if (row < size.height() && tileRow < tiling.rows()) {
                gradient.get((plane + row) * width, buffers.rows[k], to, width);
                filled = width;
            }
            Arrays.fill(buffers.rows[k], to + filled, to + line, 0);
        }
    }

    private void deal(float[] row) {
        int to = 0;
        for (int from = 0; from < tiling.rowsOfBlock() * line; to += lanes) {
            for (int column = 0; column < tiling.tile(); column++) {
                System.arraycopy(row, from, buffers.columns[column], to, lanes);
                from += lanes;
            }
        }
    }
}
