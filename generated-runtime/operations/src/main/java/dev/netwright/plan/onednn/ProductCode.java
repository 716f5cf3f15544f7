package dev.netwright.plan.onednn;

import java.util.Optional;

/**
 * The library's convolutions as a copy of patches and a matrix product ({@code x64:gemm:jit}), after
 * {@code gemm_convolution_utils} of version 2.5.2. Input and output are in planes.
 */
final class ProductCode {
    private static final int LANES = Layout.BLOCK;

    /** Multiply-adds of an image, for each thread, below which threads always divide the images. */
    private static final int SMALL_PRODUCT = 64 * 1024;

    private static final int LARGE_MAP = 512;
    private static final int LARGE_WINDOW = 64;

    /** Floats of a thread's patches that forward keeps in a cache of 512 KiB. */
    private static final long MOST_FORWARD_PATCHES = 1 << 17;

    private static final long MOST_SCRATCH = 1L << 30;

    /** The limit of the patches for each thread, as a multiple of the tensors' size. */
    private static final int MOST_TIMES_TENSORS = 15;

    private ProductCode() {}

    static Optional<Code> forward(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        int all = OneDnnReference.THREADS;
        long pixels = over((long) problem.images() * problem.groups() * pixels(problem), all);
        long ofThread = Math.min(patches(problem), patchesOfPixel(problem) * pixels);
        long patches = Math.min(ofThread, Math.max(MOST_FORWARD_PATCHES, patchesOfPixel(problem) * LANES));
        return code(in, weights, out)
                .map(found -> with(found, new Scratch().floats(OneDnnReference.THREADS * patches)));
    }

    static Optional<Code> inputGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        return code(in, weights, out).map(found -> {
            int threads = isSharedByImagesForInput(problem) ? OneDnnReference.THREADS : 1;
            Scratch scratch = new Scratch();
            return with(found, scratch.floats(fitting(problem, found, threads, 0, 10)));
        });
    }

    static Optional<Code> weightGradient(ConvolutionProblem problem, Layout in, Weights weights, Layout out) {
        return code(in, weights, out).map(found -> {
            int all = OneDnnReference.THREADS;
            long least = all * (found.weights().bytes() + Float.BYTES * patchesOfPixel(problem) * LANES);
            int threads = least < limit(found) && pixels(problem) / all < LARGE_MAP / 2 && isSharedByImages(problem)
                    ? all
                    : 1;
            Scratch scratch = new Scratch();
            // The library takes the weights' size in bytes for a number of floats.
            scratch.floats(threads * found.weights().bytes());
            return with(found, scratch.floats(fitting(problem, found, threads, scratch.bytes(), 20)));
        });
    }

    /**
     * Floats of all threads' patches: those of an image, or of fewer pixels if an image exceeds the library's limit.
     */
    private static long fitting(ConvolutionProblem problem, Code code, int threads, long booked, int parts) {
        long patches = patches(problem);
        long available = limit(code) - booked;
        if (available >= threads * patches * Float.BYTES) {
            return threads * patches;
        }
        long most = available / ((long) Float.BYTES * threads * patchesOfPixel(problem));
        return threads * patchesOfPixel(problem) * Math.max(LANES, most / parts);
    }

    private static boolean isSharedByImagesForInput(ConvolutionProblem problem) {
        int all = OneDnnReference.THREADS;
        long map = (long) problem.height() * problem.width();
        double byImages = efficiency((long) problem.groups() * problem.images());
        double inside = efficiency(over(map, LANES) * over(problem.inputs(), LANES));
        return (pixels(problem) / all < LARGE_MAP || problem.places() < LARGE_WINDOW)
                && isSharedByImages(problem)
                && (byImages >= inside || map * problem.inputs() * problem.outputs() / all < SMALL_PRODUCT);
    }

    private static boolean isSharedByImages(ConvolutionProblem problem) {
        return problem.images() != 1 || problem.groups() > 2;
    }

    private static double efficiency(long work) {
        int all = OneDnnReference.THREADS;
        return (double) work / (over(work, all) * all);
    }

    private static Optional<Code> code(Layout in, Weights weights, Layout out) {
        Layout x = in.order() == Order.ANY ? in.in(Order.PLANES) : in;
        Layout y = out.order() == Order.ANY ? out.in(Order.PLANES) : out;
        Weights w = weights.order() == Weights.Order.ANY ? weights.in(Weights.Order.PLAIN) : weights;
        return x.isPlain() && y.isPlain() && w.order() == Weights.Order.PLAIN
                ? Optional.of(new Code(false, x, w, y, 0))
                : Optional.empty();
    }

    private static Code with(Code code, Scratch scratch) {
        return new Code(false, code.in(), code.weights(), code.out(), scratch.bytes());
    }

    private static long limit(Code code) {
        long tensors = code.in().bytes() + code.weights().bytes() + code.out().bytes();
        return Math.min(MOST_SCRATCH, MOST_TIMES_TENSORS * OneDnnReference.THREADS * tensors);
    }

    /** Floats of one image's patches; 0 for a 1x1 window without stride, whose patches are the input itself. */
    private static long patches(ConvolutionProblem problem) {
        boolean isItself = problem.places() == 1
                && !problem.isStrided()
                && problem.output().height() == problem.height()
                && problem.output().width() == problem.width();
        return isItself ? 0 : patchesOfPixel(problem) * pixels(problem);
    }

    private static long patchesOfPixel(ConvolutionProblem problem) {
        return (long) problem.inputs() * problem.places();
    }

    private static long pixels(ConvolutionProblem problem) {
        return (long) problem.output().height() * problem.output().width();
    }

    private static long over(long number, long parts) {
        return (number + parts - 1) / parts;
    }
}
