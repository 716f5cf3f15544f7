package dev.netwright.onednn.step;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ShortSums;
import dev.netwright.plan.onednn.CostTable;
import org.bytedeco.dnnl.memory;

/**
 * A batch of maps as many short pieces, each of which the library may sum float by float: where the library sees a piece as a channel of a
 * single image, it adds up nothing but the piece, and each thread has pieces of its own. What comes out, a number for each piece, is
 * added up in double; so no sum depends on the number of threads.
 *
 * <p>Memory holds block after block: the pieces of one block of channels of one image. A plain layout has blocks of one channel.
 *
 * @param width channels in a block
 * @param blocksOfImage blocks of one image: its blocks of channels, each cut into {@code cuts}
 * @param rows of a piece
 * @param columns of a piece
 */
public record Pieces(int images, int channels, int width, int blocksOfImage, int cuts, int rows, int columns) {
    /** Bytes that go through one chain of calls before the next begins, so that they are still in a cache: 2 MiB. */
    private static final int SLAB_BYTES = 1 << 21;

    /** The layout in which a tensor can be cut: its own, or this CPU's blocks. */
    public static Layout layout(Layout given) {
        return width(given) > 0 ? given : Layout.blocked(given.dimensions());
    }

    /** The pieces of images in a layout of {@link #layout}. */
    public static Pieces of(Layout layout) {
        long[] dimensions = layout.dimensions();
        int width = width(layout);
        int channels = (int) dimensions[1];
        int map = Math.toIntExact(dimensions[2] * dimensions[3]);
        int length = ShortSums.part(map);
        int columns = length / ShortSums.divisor(length, (int) Math.sqrt(length));
        int blocks = (channels + width - 1) / width * (map / length);
        return new Pieces((int) dimensions[0], channels, width, blocks, map / length, length / columns, columns);
    }

    /** Channels in a block of a layout, 0 if it has none that can be cut. */
    private static int width(Layout layout) {
        long[] dimensions = layout.dimensions();
        if (layout.isPlain()) {
            return 1;
        }
        if (layout.isSameAs(Layout.narrow(dimensions))) {
            return CostTable.AVX2_BLOCK;
        }
        return layout.isSameAs(Layout.blocked(dimensions)) ? OneDnn.loaded().block() : 0;
    }

    /** Values of a piece. */
    public int length() {
        return rows * columns;
    }

    /** Values of a channel. */
    public long valuesOfChannel() {
        return (long) images * cuts * length();
    }

    public int blocks() {
        return images * blocksOfImage;
    }

    /** Pieces of all channels, those that only fill a block included. */
    public int count() {
        return blocks() * width;
    }

    /** Channels, those that only fill a block included. */
    public int filledChannels() {
        return blocksOfImage / cuts * width;
    }

    /** The first channel of a block, of whichever image. */
    public int firstChannel(int block) {
        return block % blocksOfImage / cuts * width;
    }

    public long bytesOfBlock() {
        return (long) length() * width * Float.BYTES;
    }

    /** Blocks for one chain of calls: at least one for each thread. */
    public int blocksOfSlab() {
        long fitting = Math.max(Runtime.getRuntime().availableProcessors(), SLAB_BYTES / bytesOfBlock());
        return (int) Math.min(blocks(), fitting);
    }

    /** What a chain of calls does with so many blocks. */
    public interface Chain {
        void describe(SlabLoop loop, int blocks);
    }

    /** Adds chains of calls over all blocks to a pass. */
    public void addTo(Pass pass, Chain chain) {
        int most = blocksOfSlab();
        int whole = blocks() / most;
        add(pass, chain, most, 0, whole);
        int rest = blocks() % most;
        if (rest > 0) {
            add(pass, chain, rest, whole, 1);
        }
    }

    private static void add(Pass pass, Chain chain, int blocks, int first, int calls) {
        SlabLoop loop = new SlabLoop(pass, first, calls);
        chain.describe(loop, blocks);
        pass.host(loop);
    }

    /** So many blocks as a single image, each piece a channel. */
    public Layout values(int blocks) {
        return Layout.of(tag(), 1, (long) blocks * width, rows, columns);
    }

    /** A number for each piece of so many blocks, as a pool gives them. */
    Layout means(int blocks) {
        return Layout.of(tag(), 1, (long) blocks * width, 1, 1);
    }

    /** The same numbers as a norm takes and gives them. */
    public Layout vector(int blocks) {
        return Layout.plain((long) blocks * width);
    }

    /** Room for a number of each channel in the order of the pieces, so that a slab finds its own wherever in an image it begins. */
    public Layout pattern() {
        return vector(blocksOfImage + blocksOfSlab());
    }

    /** An argument that goes through all values. */
    public SlabLoop.Argument values(int name, int blocks, Tensor tensor) {
        return SlabLoop.Argument.moving(name, values(blocks), tensor, blocksOfSlab() * bytesOfBlock());
    }

    /** An argument with a number for each piece, which goes through all of them. */
    public SlabLoop.Argument numbers(int name, int blocks, Tensor tensor) {
        return SlabLoop.Argument.moving(name, vector(blocks), tensor, bytesOfNumbers());
    }

    /** An argument with a number for each channel, in the order of {@link #pattern}. */
    public SlabLoop.Argument pattern(int name, int blocks, Tensor tensor) {
        long period = (long) blocksOfImage * width * Float.BYTES;
        return new SlabLoop.Argument(name, vector(blocks), tensor.place(), bytesOfNumbers(), period);
    }

    /** Bytes of a slab's numbers, one for each piece. */
    long bytesOfNumbers() {
        return (long) blocksOfSlab() * width * Float.BYTES;
    }

    private memory.format_tag tag() {
        return switch (width) {
            case 1 -> memory.format_tag.nchw;
            case CostTable.AVX2_BLOCK -> memory.format_tag.nChw8c;
            default -> memory.format_tag.nChw16c;
        };
    }

    /** Adds each piece's number to its channel's; {@code sums} has {@link #filledChannels} places. */
    public void addTo(double[] sums, float... numbers) {
        int place = 0;
        for (int block = 0; block < blocks(); block++) {
            int first = firstChannel(block);
            for (int lane = 0; lane < width; lane++) {
                sums[first + lane] += numbers[place++];
            }
        }
    }

    /** Turns the mean of each piece into the sum of each map: a number for each channel of each image, in the layout's order. */
    public void sumMaps(float[] means, float... sums) {
        for (int i = 0; i < sums.length; i++) {
            int place = i / width * cuts * width + i % width;
            double sum = 0;
            for (int cut = 0; cut < cuts; cut++) {
                sum += means[place + cut * width];
            }
            sums[i] = (float) (sum * length());
        }
    }

    /** Gives each piece its channel's number; {@code numbers} may go on past the last image, from its first block on. */
    public void spread(float[] ofChannels, float... numbers) {
        int place = 0;
        for (int block = 0; place < numbers.length; block++) {
            int first = firstChannel(block);
            for (int lane = 0; lane < width; lane++) {
                numbers[place++] = first + lane < channels ? ofChannels[first + lane] : 0;
            }
        }
    }
}
