package dev.netwright.plan.onednn;

import java.util.Optional;

/**
 * The library's code for 1x1 convolutions on AVX2 ({@code jit_1x1:avx2}), after {@code jit_avx2_1x1_conv_kernel_f32} of
 * version 2.5.2. With a stride, it copies the pixels that count first.
 */
final class PointwiseCode {
    private static final int LANES = Layout.BLOCK;

    /** The largest number of blocks that the input's gradient gathers at once. */
    private static final int MOST_GATHERED = 18;

    /** The limit of all threads' sums, as a multiple of a thread's job. */
    private static final int MOST_JOBS = 8;

    private static final int OUTPUT_BLOCKS_AT_ONCE = 32;
    private static final int INPUT_BLOCKS_AT_ONCE = 9;
    private static final int INPUT_BLOCKS_OF_PIXELS_AT_ONCE = 17;
    private static final int SMALL_MAP = 1024;

    private PointwiseCode() {}

    static Optional<Code> forward(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Optional<Code> code = code(problem, in, weights, out, Weights.Order.BLOCKS);
        return code.map(found -> {
            Scratch scratch = new Scratch();
            if (problem.hasBias() && isFilledUp(found, problem)) {
                scratch.floats(Layout.filled(problem.outputs()));
            }
            gather(scratch, problem, found, blocks(problem.inputs()));
            return with(found, scratch);
        });
    }

    static Optional<Code> inputGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Optional<Code> code = code(problem, in, weights, out, Weights.Order.INPUTS_LAST);
        return code.map(found -> {
            Scratch scratch = new Scratch();
            int most = isOfPixels(found) ? blocks(problem.inputs()) : MOST_GATHERED;
            gather(scratch, problem, found, most);
            return with(found, scratch);
        });
    }

    static Optional<Code> weightGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        Optional<Code> code = code(problem, in, weights, out, Weights.Order.BLOCKS);
        return code.map(found -> {
            Scratch scratch = new Scratch();
            if (problem.hasBias() && problem.outputs() % LANES != 0) {
                scratch.floats(Layout.filled(problem.outputs()));
            }
            int inputs = blocks(problem.inputs());
            int outputs = blocks(problem.outputs());
            long pixels = (long) problem.output().height() * problem.output().width();
            boolean cutsOutputs = !isOfPixels(found) || problem.outputs() % LANES == 0;
            boolean cutsInputs = !isOfPixels(found) || (problem.inputs() % LANES == 0 && pixels <= SMALL_MAP);
            int mostInputs = isOfPixels(found) ? INPUT_BLOCKS_OF_PIXELS_AT_ONCE : INPUT_BLOCKS_AT_ONCE;
            int inputsAtOnce = cutsInputs ? cut(inputs, mostInputs) : inputs;
            int outputsAtOnce = cutsOutputs ? cut(outputs, OUTPUT_BLOCKS_AT_ONCE) : outputs;
            gather(scratch, problem, found, inputsAtOnce);
            long job = (long) outputsAtOnce * inputsAtOnce * LANES * LANES;
            long mostSums = OneDnnReference.THREADS * job * MOST_JOBS;
            if (problem.hasBias()) {
                Reduction.of(LANES, outputs, problem.images(), mostSums).bookRest(scratch);
            }
            int jobs = over(outputs, outputsAtOnce) * over(inputs, inputsAtOnce);
            Reduction.of(job, jobs, problem.images() * pixels, mostSums).bookAll(scratch);
            return with(found, scratch);
        });
    }

    private static Optional<Code> code(
            ConvolutionProblem problem, Layout in, Weights weights, Layout out, Weights.Order order) {
        Layout x = in.order() == Order.ANY ? in.in(Order.BLOCKS) : in;
        Layout y = out.order() == Order.ANY ? out.in(Order.BLOCKS) : out;
        Weights w = weights.order() == Weights.Order.ANY ? weights.in(order) : weights;
        boolean isPointwise = problem.places() == 1
                && problem.groups() == 1
                && problem.top() == 0
                && problem.left() == 0
                && problem.output().height() * problem.window().strideHeight() == problem.height()
                && problem.output().width() * problem.window().strideWidth() == problem.width();
        return isPointwise && x.order() == y.order() && !x.isPlain() && w.order() == order
                ? Optional.of(new Code(true, x, w, y, 0))
                : Optional.empty();
    }

    /** Books each thread's memory for the pixels that a stride leaves, for a number of blocks. */
    private static void gather(Scratch scratch, ConvolutionProblem problem, Code code, int blocks) {
        if (problem.isStrided()) {
            long pixels = (long) problem.output().height() * problem.output().width();
            long values = isOfPixels(code) ? pixels * problem.inputs() : pixels * blocks * LANES;
            scratch.floats(OneDnnReference.THREADS * values);
        }
    }

    private static boolean isFilledUp(Code code, ConvolutionProblem problem) {
        return !isOfPixels(code) && problem.outputs() % LANES != 0;
    }

    private static boolean isOfPixels(Code code) {
        return code.in().order() == Order.PIXELS;
    }

    private static Code with(Code code, Scratch scratch) {
        return new Code(true, code.in(), code.weights(), code.out(), scratch.bytes());
    }

    /** Divides a number of blocks by 2 or 3 until it is at most {@code most}, or neither divides it. */
    private static int cut(int blocks, int most) {
        int part = blocks;
        while (part > most && (part % 2 == 0 || part % 3 == 0)) {
            part /= part % 2 == 0 ? 2 : 3;
        }
        return part;
    }

    private static int over(int number, int parts) {
        return (number + parts - 1) / parts;
    }

    private static int blocks(int channels) {
        return over(channels, LANES);
    }
}
