package dev.netwright.plan.onednn;

/**
 * How Winograd's minimal filtering F(m x m, r x r) cuts a convolution of stride 1 into tiles (Lavin and Gray, 2016,
 * section 4). A tile is m x m pixels of the output, and reads m + r - 1 rows and columns of the input: six for
 * m = 4 and r = 3 or m = 2 and r = 5, five for m = 3 and r = 3, which suits maps of 3 and 6 rows. Each tile
 * becomes 36 or 25 numbers a channel, its frequencies, and the convolution a product of matrices for each frequency. Rows of
 * tiles, over all images, form blocks that stay in a cache from their first transform to their last.
 *
 * @param threads the number of threads that share the blocks
 * @param tile the number m of rows and columns of the output that a tile has: 4 or 3 of a kernel of 3x3, 2 of one of 5x5
 * @param side the side r of the kernel: 3 or 5
 * @param images the number of images
 * @param inputs the number of channels that are read, whole blocks of channels
 * @param outputs the number of channels that are written, whole blocks of channels
 * @param height the number of rows of the output
 * @param width the number of columns of the output
 */
public record Tiling(int threads, int tile, int side, int images, int inputs, int outputs, int height, int width) {
    /** The least and the most floats that the weight gradient keeps of tiles of the input and of the output's gradient. */
    private static final long LEAST_CHUNK_FLOATS = 1L << 21;

    private static final long MOST_CHUNK_FLOATS = 1L << 24;

    /** How many times its sums a chunk is, so that adding the sums of chunks costs little. */
    private static final int CHUNK_OF_SUMS = 4;

    /** The largest number of rows and columns of the input that a tile reads. */
    public static final int MOST_REACH = 6;

    /** The number of floats of a block's tiles before and after their products: half of a cache of 1 MiB. */
    private static final int BLOCK_FLOATS = 1 << 17;

    /** The fewest tiles that a block is meant to have. With fewer, products read the weights too often. */
    private static final int FEWEST_TILES = 48;

    /** The most tiles that a block is meant to have. More gain nothing. */
    private static final int MOST_TILES = 96;

    /** {@return the number of rows and columns of the input that a tile reads} */
    public int reach() {
        return tile + side - 1;
    }

    /** {@return the number of products that a tile has for each pair of channels} */
    public int frequencies() {
        return reach() * reach();
    }

    /** {@return the number of rows of tiles in one image} */
    public int tileRows() {
        return (height + tile - 1) / tile;
    }

    /** {@return the number of tiles in a row} */
    public int tileColumns() {
        return (width + tile - 1) / tile;
    }

    /** {@return the number of rows of tiles in a block} The last block may have fewer. */
    public int rowsOfBlock() {
        int fitting = BLOCK_FLOATS / (frequencies() * (inputs + outputs));
        int tiles = Math.max(FEWEST_TILES, Math.min(MOST_TILES, fitting));
        int most = Math.max(1, tiles / tileColumns());
        int blocks = (rows() + most - 1) / most;
        int even = (blocks + threads - 1) / threads * threads;
        return (rows() + even - 1) / even;
    }

    /** {@return the number of tiles in a block} */
    public int tilesOfBlock() {
        return rowsOfBlock() * tileColumns();
    }

    /** {@return the number of blocks} */
    public int blocks() {
        return (rows() + rowsOfBlock() - 1) / rowsOfBlock();
    }

    /**
     * {@return the number of blocks whose tiles the weight gradient keeps at the same time} Its sums run over all
     * tiles, so that a product for each frequency follows when all threads have transformed a chunk.
     */
    public int blocksOfChunk() {
        long floats = Math.max(LEAST_CHUNK_FLOATS, Math.min(MOST_CHUNK_FLOATS, CHUNK_OF_SUMS * weightFloats()));
        int most = (int) Math.max(1, Math.min(blocks(), floats / (inputFloats() + outputFloats())));
        int chunks = (blocks() + most - 1) / most;
        return (blocks() + chunks - 1) / chunks;
    }

    /** {@return the number of chunks} */
    public int chunks() {
        return (blocks() + blocksOfChunk() - 1) / blocksOfChunk();
    }

    /** {@return the number of tiles in a chunk} The last chunk may have fewer, and is filled up with zeros. */
    public int tilesOfChunk() {
        return blocksOfChunk() * tilesOfBlock();
    }

    /** {@return the number of rows of tiles in all images} */
    public int rows() {
        return images * tileRows();
    }

    /** {@return the number of tiles in all images} */
    public int tiles() {
        return rows() * tileColumns();
    }

    /** {@return the number of floats of a block's transformed input} */
    public long inputFloats() {
        return (long) frequencies() * inputs * tilesOfBlock();
    }

    /** {@return the number of floats of a block's products} */
    public long outputFloats() {
        return (long) frequencies() * outputs * tilesOfBlock();
    }

    /** {@return the number of floats of the transformed weights} */
    public long weightFloats() {
        return (long) frequencies() * inputs * outputs;
    }

    /** Multiply-adds of all products, those of tiles that reach past the image included. */
    double products() {
        return (double) weightFloats() * tiles();
    }
}
