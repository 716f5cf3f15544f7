package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.plan.onednn.Tiling;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** {@code V = B^T d B} for the tiles of a block: rows of the input in blocks of channels become frequencies. */
final class TileInput {
    private final Tiling tiling;
    private final Transforms transforms;
    private final TileConvolution.Border border;
    private final TileConvolution.Size size;
    private final FloatBuffer images;
    private final FloatBuffer tiles;
    private final int room;
    private final TileBuffers buffers;

    /** Channels of a block. */
    private final int lanes = OneDnn.loaded().block();

    /** Floats of a row with its border, as far as tiles reach. */
    private final int line;

    /** Floats of one frequency of a block of channels. */
    private final int length;

    private final float[][] results = new float[Tiling.MOST_REACH][];

    /**
     * A transform.
     *
     * @param room tiles for which there is room in {@code tiles}
     */
    TileInput(
            Tiling tiling,
            TileConvolution.Border border,
            TileConvolution.Size size,
            FloatBuffer images,
            FloatBuffer tiles,
            int room,
            TileBuffers buffers) {
        this.tiling = tiling;
        transforms = Transforms.of(tiling);
        this.border = border;
        this.size = size;
        this.images = images;
        this.tiles = tiles;
        this.room = room;
        this.buffers = buffers;
        int reached = tiling.tileColumns() * tiling.tile() + tiling.reach() - tiling.tile();
        line = Math.max(reached, border.left() + size.width()) * lanes;
        length = tiling.tilesOfBlock() * lanes;
        buffers.reserve(tiling.rowsOfBlock() * line, length);
    }

    /** To be called before the first block: another kernel may have left values where this one's border is. */
    void begin() {
        for (float[] row : buffers.rows) {
            Arrays.fill(row, 0);
        }
    }

    /**
     * Transforms a block.
     *
     * @param at the block's place among those for which there is room
     */
    void transform(int block, int at) {
        int first = block * tiling.rowsOfBlock();
        int blocks = tiling.inputs() / lanes;
        for (int channels = 0; channels < blocks; channels++) {
            for (int i = 0; i < tiling.rowsOfBlock(); i++) {
                load(first + i, channels, i * line);
            }
            transforms.input(buffers.rows, buffers.transformedRows, tiling.rowsOfBlock() * line);
            for (int row = 0; row < tiling.reach(); row++) {
                deal(buffers.transformedRows[row]);
                System.arraycopy(buffers.frequencies, row * tiling.reach(), results, 0, tiling.reach());
                transforms.input(buffers.columns, results, length);
            }
            for (int frequency = 0; frequency < tiling.frequencies(); frequency++) {
                int to = (frequency * blocks + channels) * room * lanes + at * length;
                tiles.put(to, buffers.frequencies[frequency], 0, length);
            }
        }
    }

    /** The rows of the input that one row of tiles reads: zeros behind the last. */
    private void load(int tileRow, int channels, int to) {
        int image = tileRow / tiling.tileRows();
        int top = (tileRow - image * tiling.tileRows()) * tiling.tile() - border.top();
        int width = size.width() * lanes;
        int plane = (image * (tiling.inputs() / lanes) + channels) * size.height();
        for (int k = 0; k < tiling.reach(); k++) {
            int row = top + k;
            if (row < 0 || row >= size.height() || tileRow >= tiling.rows()) {
                Arrays.fill(buffers.rows[k], to, to + line, 0);
            } else {
                images.get((plane + row) * width, buffers.rows[k], to + border.left() * lanes, width);
            }
        }
    }

    /** Deals the columns of a row out, so that the same column of all tiles lies in one array. */
    private void deal(float[] row) {
        int step = tiling.tile() * lanes;
        int to = 0;
        for (int i = 0; i < tiling.rowsOfBlock(); i++) {
            int from = i * line;
            for (int tile = 0; tile < tiling.tileColumns(); tile++) {
                deal(row, from, buffers.columns, to, tiling.reach(), lanes);
                from += step;
                to += lanes;
            }
        }
    }

    private static void deal(float[] row, int from, float[][] columns, int to, int reach, int lanes) {
        for (int column = 0; column < reach; column++) {
            System.arraycopy(row, from + column * lanes, columns[column], to, lanes);
        }
    }
}
