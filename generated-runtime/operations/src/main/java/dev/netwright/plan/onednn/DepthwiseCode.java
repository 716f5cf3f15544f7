package dev.netwright.plan.onednn;

import java.util.Optional;

/**
 * The library's code for convolutions of each channel by itself ({@code jit_dw:avx2}), by {@code jit_uni_dw_conv_kernel} of version
 * 2.5.2.
 */
final class DepthwiseCode {
    private DepthwiseCode() {}

    static Optional<Code> forward(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Scratch scratch = new Scratch();
        if (problem.hasBias() && problem.groups() % Layout.BLOCK != 0) {
            scratch.floats(Layout.filled(problem.groups()));
        }
        return code(problem, in, weights, out, scratch.bytes());
    }

    static Optional<Code> inputGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        return problem.isDilated() ? Optional.empty() : code(problem, in, weights, out, 0);
    }

    /** Threads share blocks of channels; one block alone they share by images, and one of them needs room for its sums. */
    static Optional<Code> weightGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Scratch scratch = new Scratch();
        if (problem.groups() <= Layout.BLOCK && problem.images() > 1) {
            scratch.floats((long) problem.groups() * problem.places());
            scratch.floats(problem.hasBias() ? problem.groups() : 0);
        }
        return problem.isDilated() ? Optional.empty() : code(problem, in, weights, out, scratch.bytes());
    }

    private static Optional<Code> code(
            ConvolutionProblem problem, Layout in, Weights weights, Layout out, long scratchBytes) {
        Layout x = in.order() == Order.ANY ? in.in(Order.BLOCKS) : in;
        Layout y = out.order() == Order.ANY ? out.in(Order.BLOCKS) : out;
        Weights w = weights.order() == Weights.Order.ANY ? weights.in(Weights.Order.DEPTHWISE) : weights;
        return problem.isDepthwise()
                        && !problem.hasWindowsOutside()
                        && x.order() == y.order()
                        && !x.isPlain()
                        && w.order() == Weights.Order.DEPTHWISE
                ? Optional.of(new Code(true, x, w, y, scratchBytes))
                : Optional.empty();
    }
}
