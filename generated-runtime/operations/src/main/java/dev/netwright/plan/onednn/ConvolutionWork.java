package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sizes that determine the cost of a convolution.
 *
 * @param batch the number of images
 * @param input the shape of one input image
 * @param output the shape of one output image
 * @param window kernel, stride, padding and dilation
 * @param groups the number of channel groups that are convolved separately
 */
public record ConvolutionWork(int batch, Shape input, Shape output, Window window, int groups) {
    private static final int[] TILES_OF_3X3 = {4, 3};
    private static final int[] TILES_OF_5X5 = {2};

    /** Multiply-adds of one pass, where each group's channels are rounded up to multiples. */
    double products(int inputMultiple, int outputMultiple) {
        int in = input.channels() / groups;
        int out = output.channels() / groups;
        boolean depthwise = in == 1 && out == 1 && groups > 1;
        double channels = depthwise ? 1 : (double) filled(in, inputMultiple) * filled(out, outputMultiple);
        return groups * channels * area() * pixels();
    }

    /**
     * Multiply-adds as a matrix product with one row for each element of a patch, where rows are rounded up to a
     * multiple.
     */
    double patchProducts(int rowMultiple) {
        int rows = input.channels() / groups * area();
        return (double) filled(rows, rowMultiple) * output.channels() * pixels();
    }

    /** Bytes of all patches. A 1x1 window needs none, because the input itself is the matrix. */
    double patchBytes() {
        return area() == 1 ? 0 : (double) Float.BYTES * input.channels() * area() * pixels();
    }

    /** The longer side of the kernel. */
    int side() {
        return Math.max(window.kernelHeight(), window.kernelWidth());
    }

    /** Bytes of the weights. */
    double weightBytes() {
        return (double) Float.BYTES * input.channels() / groups * output.channels() * area();
    }

    /** The number of places in the window. */
    int area() {
        return window.kernelHeight() * window.kernelWidth();
    }

    /**
     * The tiles of minimal filtering.
     *
     * @param direction the result to compute; the weights' gradient has the tiles of the output
     * @param block channels in a block
     * @param threads the number of threads that share them
     * @return tiles of each size; nothing if the window isn't one that can be filtered so, or channels don't fill a block
     */
    List<Tiling> tilings(Direction direction, int block, int threads) {
        int side = window.kernelHeight();
        boolean isReversed = direction == Direction.INPUT_GRADIENT;
        Shape read = isReversed ? output : input;
        Shape written = isReversed ? input : output;
        boolean isFiltered = (side == 3 || side == 5)
                && window.kernelWidth() == side
                && groups == 1
                && isDense()
                && window.paddingHeight() < side
                && window.paddingWidth() < side
                && Math.min(read.channels(), written.channels()) >= block
                && isAsLargeAsKernel(read)
                && isAsLargeAsKernel(written)
                && isReachable(read, block)
                && isReachable(written, block);
        if (!isFiltered) {
            return List.of();
        }
        return IntStream.of(side == 5 ? TILES_OF_5X5 : TILES_OF_3X3)
                .mapToObj(tile -> new Tiling(
                        threads,
                        tile,
                        side,
                        batch,
                        filled(read.channels(), block),
                        filled(written.channels(), block),
                        written.height(),
                        written.width()))
                .filter(tiling -> tiling.weightFloats() <= Integer.MAX_VALUE)
                .toList();
    }

    /** Of smaller images most of a tile is border, which rounds as much as the rest. */
    private boolean isAsLargeAsKernel(Shape images) {
        return Math.min(images.height(), images.width()) >= side();
    }

    /** Whether windows have neither a stride nor a dilation. */
    private boolean isDense() {
        return window.strideHeight() == 1
                && window.strideWidth() == 1
                && window.dilationHeight() == 1
                && window.dilationWidth() == 1;
    }

    /** Whether a buffer of Java reaches every value. */
    private boolean isReachable(Shape images, int block) {
        return (double) batch * filled(images.channels(), block) * images.height() * images.width()
                <= Integer.MAX_VALUE;
    }

    private double pixels() {
        return (double) batch * output.height() * output.width();
    }

    private static int filled(int count, int multiple) {
        return (count + multiple - 1) / multiple * multiple;
    }
}
