package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import java.util.Optional;

/**
 * The library's code for depthwise convolutions ({@code jit_dw:avx2}), after {@code jit_uni_dw_conv_kernel} of version
 * 2.5.2.
 */
final class DepthwiseCode {
    /** Pixels of a row that are computed together. */
    private static final int PIXELS_AT_ONCE = 4;

    /** The widest kernel whose weight gradient it computes. */
    private static final int WIDEST_GRADIENT = 3;

    private DepthwiseCode() {}

    static Optional<Code> forward(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Scratch scratch = new Scratch();
        if (problem.hasBias() && problem.groups() % Layout.BLOCK != 0) {
            scratch.floats(Layout.filled(problem.groups()));
        }
        int columns = problem.output().width();
        int part = Math.min(PIXELS_AT_ONCE, columns);
        boolean taken = !problem.hasWindowsOutside()
                && problem.left() <= part
                && problem.reached(columns - columns % part) <= part;
        return taken ? code(problem, in, weights, out, scratch) : Optional.empty();
    }

    static Optional<Code> inputGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        return problem.isDilated() ? Optional.empty() : code(problem, in, weights, out, new Scratch());
    }

    /**
     * Threads divide the blocks of channels among them. If there is only one block, they divide the images, and one
     * thread needs scratch memory for its sums.
     */
    static Optional<Code> weightGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Scratch scratch = new Scratch();
        if (problem.groups() <= Layout.BLOCK && problem.images() > 1) {
            scratch.floats(Layout.filled(problem.groups()) * problem.places());
            scratch.floats(problem.hasBias() ? Layout.filled(problem.groups()) : 0);
        }
        Window window = problem.window();
        boolean taken = !problem.isDilated()
                && window.kernelWidth() <= WIDEST_GRADIENT
                && window.strideWidth() <= window.kernelWidth()
                && Math.max(problem.left(), problem.right()) <= window.kernelWidth() / 2
                && Math.max(problem.top(), problem.bottom()) <= window.kernelHeight() / 2
                && isWholeStride(problem.top(), window.strideHeight())
                && isWholeStride(problem.bottom(), window.strideHeight())
                && problem.height() >= window.kernelHeight() + Math.floorMod(-problem.top(), window.strideHeight());
        return taken ? code(problem, in, weights, out, scratch) : Optional.empty();
    }

    /**
     * Whether it computes the weight gradient as a forward pass, whose kernel is the output's gradient and whose images
     * lie behind each other as channels: their number changes nothing here.
     *
     * @param problem the convolution whose weight gradient is wanted
     * @return false if a row of its results can't be split, or if its images have rows or columns that no window reads
     */
    static boolean isGradientTaken(ConvolutionProblem problem) {
        Window window = problem.window();
        Window spread = new Window(
                problem.output().height(),
                problem.output().width(),
                /* strideHeight= */ window.dilationHeight(),
                /* strideWidth= */ window.dilationWidth(),
                window.paddingHeight(),
                window.paddingWidth(),
                /* dilationHeight= */ window.strideHeight(),
                /* dilationWidth= */ window.strideWidth());
        int channels = Math.toIntExact(Layout.filled(problem.groups()));
        ConvolutionProblem turned = new ConvolutionProblem(
                1,
                new Shape(channels, problem.height(), problem.width()),
                new Shape(channels, window.kernelHeight(), window.kernelWidth()),
                spread,
                channels,
                false,
                false);
        Layout x = turned.in(Order.BLOCKS);
        Weights g = turned.weights(Weights.Order.DEPTHWISE);
        return turned.bottom() >= 0
                && turned.right() >= 0
                && forward(turned, x, g, turned.out(Order.BLOCKS)).isPresent();
    }

    private static boolean isWholeStride(int padding, int stride) {
        return padding <= 1 || padding % stride == 0;
    }

    private static Optional<Code> code(
            ConvolutionProblem problem, Layout in, Weights weights, Layout out, Scratch scratch) {
        Layout x = in.order() == Order.ANY ? in.in(Order.BLOCKS) : in;
        Layout y = out.order() == Order.ANY ? out.in(Order.BLOCKS) : out;
        Weights w = weights.order() == Weights.Order.ANY ? weights.in(Weights.Order.DEPTHWISE) : weights;
        return problem.isDepthwise() && x.order() == y.order() && !x.isPlain() && w.order() == Weights.Order.DEPTHWISE
                ? Optional.of(new Code(true, x, w, y, scratch.bytes()))
                : Optional.empty();
    }
}
