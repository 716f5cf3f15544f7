package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.plan.onednn.Tiling;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

/** {@code Y = A^T M A}, bias, sum and rectifier for the tiles of a block: products become rows of the output in blocks of channels. */
final class TileOutput {
    private final Tiling tiling;
    private final Transforms transforms;
    private final TileConvolution.Size size;
    private final FloatBuffer products;
    private final Optional<FloatBuffer> bias;
    private final TileConvolution.Ending ending;
    private final FloatBuffer images;
    private final TileBuffers buffers;

    /** Channels of a block. */
    private final int lanes = OneDnn.loaded().block();

    /** Floats of one frequency of a block of channels. */
    private final int length;

    private final float[][] arguments = new float[Tiling.MOST_REACH][];

    /** A row of the output. */
    private final float[] line;

    /** What such a row held before. */
    private final float[] held;

    /** The bias of each tile. */
    private final float[] shifts;

    TileOutput(
            Tiling tiling,
            TileConvolution.Size size,
            FloatBuffer products,
            Optional<FloatBuffer> bias,
            TileConvolution.Ending ending,
            FloatBuffer images,
            TileBuffers buffers) {
        this.tiling = tiling;
        transforms = Transforms.of(tiling);
        this.size = size;
        this.products = products;
        this.bias = bias;
        this.ending = ending;
        this.images = images;
        this.buffers = buffers;
        length = tiling.tilesOfBlock() * lanes;
        line = new float[tiling.tileColumns() * tiling.tile() * lanes];
        held = new float[ending.isAdded() ? line.length : 0];
        shifts = new float[length];
    }

    void transform(int block) {
        int first = block * tiling.rowsOfBlock();
        int end = Math.min(first + tiling.rowsOfBlock(), tiling.rows());
        int blocks = tiling.outputs() / lanes;
        for (int channels = 0; channels < blocks; channels++) {
            for (int frequency = 0; frequency < tiling.frequencies(); frequency++) {
                products.get((frequency * blocks + channels) * length, buffers.frequencies[frequency], 0, length);
            }
            for (int row = 0; row < tiling.reach(); row++) {
                System.arraycopy(buffers.frequencies, row * tiling.reach(), arguments, 0, tiling.reach());
                transforms.output(arguments, tiling.tile(), buffers.halfway[row], length);
            }
            spreadBias(channels);
            for (int column = 0; column < tiling.tile(); column++) {
                for (int row = 0; row < tiling.reach(); row++) {
                    arguments[row] = buffers.halfway[row][column];
                }
                transforms.output(arguments, tiling.tile(), buffers.pixels[column], length);
                finish(buffers.pixels[column]);
            }
            for (int row = first; row < end; row++) {
                store(row, channels, (row - first) * tiling.tileColumns() * lanes);
            }
        }
    }

    private void spreadBias(int channels) {
        if (bias.isEmpty()) {
            return;
        }
        FloatBuffer values = bias.get();
        int first = channels * lanes;
        int count = Math.min(lanes, values.capacity() - first);
        values.get(first, shifts, 0, count);
        Arrays.fill(shifts, count, lanes, 0);
        for (int done = lanes; done < shifts.length; done *= 2) {
            System.arraycopy(shifts, 0, shifts, done, Math.min(done, shifts.length - done));
        }
    }

    private void finish(float[][] column) {
        for (int row = 0; row < tiling.tile(); row++) {
            if (ending.isRectified() && !ending.isAdded()) {
                Transforms.addAndRectify(column[row], shifts, length);
            } else if (bias.isPresent()) {
                Transforms.add(column[row], shifts, length);
            }
        }
    }

    /** The rows of the output that one row of tiles has. */
    private void store(int tileRow, int channels, int from) {
        int image = tileRow / tiling.tileRows();
        int top = (tileRow - image * tiling.tileRows()) * tiling.tile();
        int width = size.width() * lanes;
        int plane = (image * (tiling.outputs() / lanes) + channels) * size.height();
        for (int y = 0; y < Math.min(tiling.tile(), size.height() - top); y++) {
            for (int column = 0; column < tiling.tile(); column++) {
                gather(buffers.pixels[column][y], from, line, column * lanes, tiling.tile() * lanes, lanes);
            }
            int at = (plane + top + y) * width;
            if (ending.isAdded()) {
                addHeld(at, width);
            }
            images.put(at, line, 0, width);
        }
    }

    private void addHeld(int at, int width) {
        images.get(at, held, 0, width);
        if (ending.isRectified()) {
            Transforms.addAndRectify(line, held, width);
        } else {
            Transforms.add(line, held, width);
        }
    }

    /** One column of each tile, every so many floats. */
    private static void gather(float[] pixels, int from, float[] line, int first, int step, int lanes) {
        int at = from;
        for (int to = first; to < line.length; to += step) {
            System.arraycopy(pixels, at, line, to, lanes);
            at += lanes;
        }
    }
}
