package dev.netwright.plan.onednn;

import dev.netwright.operation.Window;
import java.util.Optional;

/**
 * The library's code for convolutions of any window on AVX2 ({@code jit:avx2}): which windows and layouts it supports,
 * after {@code jit_avx2_conv_kernel_f32} of version 2.5.2.
 */
final class DirectCode {
    private static final int LANES = Layout.BLOCK;

    /** Pixels of a row that are computed together, for four blocks of channels. */
    private static final int PIXELS_AT_ONCE = 3;

    /** Registers that accumulate sums. */
    private static final int REGISTERS = 15;

    /** A wider kernel needs stride 1 or no padding. */
    private static final int WIDEST_PADDED = 7;

    /** The widest kernel whose weight gradient it computes. */
    private static final int WIDEST_GRADIENT = 13;

    /** The largest number of floats in all threads' sums of the weight gradient. */
    private static final long MOST_SUMS = 1 << 21;

    private static final int IMAGES_OF_COLORS = 3;

    private DirectCode() {}

    static Optional<Code> forward(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        boolean few = problem.inputs() < LANES;
        Layout x = in.order() == Order.ANY ? in.in(few ? Order.PLANES : Order.BLOCKS) : in;
        Layout y = out.order() == Order.ANY ? out.in(Order.BLOCKS) : out;
        Weights w = resolved(weights, few ? Weights.Order.OUTPUTS : Weights.Order.BLOCKS);
        if (problem.hasWindowsOutside()
                || !areTaken(x, w, y, few)
                || !fillBlocks(problem, x, few)
                || !isRowTaken(problem)) {
            return Optional.empty();
        }
        Scratch scratch = new Scratch();
        if (problem.hasBias() && !isOfPixels(x) && problem.groups() == 1 && problem.outputs() % LANES != 0) {
            scratch.floats(Layout.filled(problem.outputs()));
        }
        return Optional.of(new Code(true, x, w, y, scratch.bytes()));
    }

    static Optional<Code> inputGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Layout x = in.order() == Order.ANY ? in.in(Order.BLOCKS) : in;
        Layout y = out.order() == Order.ANY ? out.in(Order.BLOCKS) : out;
        Weights w = resolved(weights, Weights.Order.INPUTS_LAST);
        Window window = problem.window();
        boolean taken = x.order() == y.order()
                && !x.isPlain()
                && w.order() == Weights.Order.INPUTS_LAST
                && window.strideHeight() == window.strideWidth()
                && !(problem.isDilated() && problem.isStrided())
                && !(problem.inputs() < LANES && window.kernelWidth() > PIXELS_AT_ONCE && window.strideWidth() > 1)
                && (isOfPixels(x)
                        || problem.groups() == 1
                        || (problem.inputs() % LANES == 0 && problem.outputs() % LANES == 0))
                && !problem.hasWindowsOutside()
                && isColumnTaken(problem);
        return taken ? Optional.of(new Code(true, x, w, y, 0)) : Optional.empty();
    }

    static Optional<Code> weightGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        boolean colors = problem.inputs() == IMAGES_OF_COLORS;
        Layout x = in.order() == Order.ANY ? in.in(colors ? Order.PLANES : Order.BLOCKS) : in;
        Layout y = out.order() == Order.ANY ? out.in(Order.BLOCKS) : out;
        Weights w = resolved(weights, colors ? Weights.Order.OUTPUTS : Weights.Order.BLOCKS);
        Window window = problem.window();
        boolean taken = problem.top() < problem.spanHeight()
                && problem.bottom() < problem.spanHeight()
                && problem.left() < problem.spanWidth()
                && problem.right() < problem.spanWidth()
                && areTaken(x, w, y, colors)
                && fillBlocks(problem, x, colors)
                && window.kernelWidth() <= WIDEST_GRADIENT
                && window.kernelHeight() <= problem.height()
                && !problem.isDilated();
        if (!taken) {
            return Optional.empty();
        }
        int outputBlocks = blocks(problem.outputs());
        int inputBlocks = colors ? 1 : blocks(problem.inputs());
        int inputsOfBlock = colors ? IMAGES_OF_COLORS : LANES;
        Scratch scratch = new Scratch();
        if (problem.hasBias() && problem.outputs() % LANES != 0) {
            scratch.floats(problem.groups() * Layout.filled(problem.outputs()));
        }
        if (problem.hasBias()) {
            Reduction.of(LANES, problem.groups() * outputBlocks, problem.images(), MOST_SUMS)
                    .bookRest(scratch);
        }
        Reduction.of(
                        (long) problem.places() * inputsOfBlock * LANES,
                        problem.groups() * inputBlocks * outputBlocks,
                        problem.images(),
                        MOST_SUMS)
                .bookRest(scratch);
        return Optional.of(new Code(true, x, w, y, scratch.bytes()));
    }

    /**
     * Whether the combination of layouts is supported: planes of few input channels, or blocks, with output in blocks;
     * or pixels on both sides.
     */
    private static boolean areTaken(Layout x, Weights w, Layout y, boolean few) {
        boolean pixels = isOfPixels(x) && isOfPixels(y);
        boolean blocks = y.order() == Order.BLOCKS && x.order() == (few ? Order.PLANES : Order.BLOCKS);
        return (pixels || blocks) && w.order() == (few ? Weights.Order.OUTPUTS : Weights.Order.BLOCKS);
    }

    /** Whether the channels suit the blocks: with groups, zeros can't fill up a block. */
    private static boolean fillBlocks(ConvolutionProblem problem, Layout x, boolean few) {
        return isOfPixels(x)
                || problem.groups() == 1
                || (problem.outputs() % LANES == 0 && (few || problem.inputs() % LANES == 0));
    }

    /** Whether forward can split an output row so that at most one part exceeds the image on each side. */
    private static boolean isRowTaken(ConvolutionProblem problem) {
        Window window = problem.window();
        int stride = window.strideWidth();
        int columns = problem.output().width();
        int part = Math.min(PIXELS_AT_ONCE, columns);
        boolean wide = window.kernelWidth() > WIDEST_PADDED
                && (problem.top() > 0 || problem.left() > 0)
                && problem.isStrided();
        if (problem.left() > part || wide) {
            return false;
        }
        int rest = columns % part;
        int reached = problem.reached(columns - rest);
        if (reached > part * stride && columns / part > 1) {
            part = Math.min(reached / stride + rest, Math.min(columns, REGISTERS / 2));
            reached = problem.reached(columns - columns % part);
            return part >= Math.max(problem.left(), reached);
        }
        return true;
    }

    /** Whether the input's gradient can split a row likewise; its parts are as wide as registers allow. */
    private static boolean isColumnTaken(ConvolutionProblem problem) {
        int stride = problem.window().strideWidth();
        int width = problem.width();
        int reachedLeft = Math.max(0, (problem.spanWidth() - 1 - problem.left()) / stride);
        int blocks = blocks(problem.inputs());
        int part = 1;
        int most = 0;
        for (int together = 1; together <= PIXELS_AT_ONCE + 1; together++) {
            if (blocks % together == 0) {
                for (int u = stride; u * together + u / stride <= REGISTERS && u < width + stride; u += stride) {
                    int tried = Math.min(u, width);
                    boolean possible = reachedLeft * stride <= tried || tried == width;
                    int products = (tried + stride - 1) / stride * together;
                    if (possible && (products > most || (products == most && part < tried))) {
                        part = tried;
                        most = products;
                    }
                }
            }
        }
        int rest = width % part;
        int reachedRight = Math.max(0, (problem.spanWidth() - 1 - problem.right() - rest) / stride);
        return most > 0
                && reachedRight * stride <= part
                && (width <= part || (part % stride == 0 && problem.right() + rest >= 0));
    }

    private static boolean isOfPixels(Layout layout) {
        return layout.order() == Order.PIXELS;
    }

    private static Weights resolved(Weights weights, Weights.Order order) {
        return weights.order() == Weights.Order.ANY ? weights.in(order) : weights;
    }

    private static int blocks(int channels) {
        return Math.toIntExact(Layout.filled(channels) / LANES);
    }
}
