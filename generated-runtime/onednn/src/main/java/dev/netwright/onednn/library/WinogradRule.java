package dev.netwright.onednn.library;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * Which convolutions are computed by the library's code for Winograd's minimal filtering, F(4x4, 3x3) or, in predictions of few
 * images, F(2x2, 3x3) (Lavin and Gray, 2016): a table over shapes, never a
 * timing, so that results of the same program are bit-identical.
 *
 * <p>It needs AVX-512 and a 3x3 kernel of stride 1. It multiplies 4 times less, but on maps of few pixels most of a 4x4 tile lies
 * outside; there direct code is as fast forward, and slower only for the weights' gradient. Measured on two Zen 4 cores, batch 64,
 * 512x3x3: forward 9.9 ms against 8.6, gradient of the weights 11.0 against 13.3.
 */
public final class WinogradRule {
    /** Switches it off when {@code false}. */
    static final String PROPERTY = "netwright.winograd";

    /** Room for transformed tiles past which direct code is taken: half a gigabyte. */
    public static final long MOST_SCRATCH_BYTES = 1L << 29;

    /** Least channels in and out: the kernel's block. */
    private static final int LEAST_CHANNELS = 16;

    /** Least rows and columns for values and their gradient. */
    private static final int LEAST_SIDE = 5;

    private WinogradRule() {}

    /** For the output, and the gradient of the input. */
    public static boolean appliesToValues(Shape input, Shape output, Window window, int groups) {
        return appliesToWeights(input, output, window, groups)
                && Math.min(output.height(), output.width()) >= LEAST_SIDE;
    }

    /** For the gradient of the weights. */
    public static boolean appliesToWeights(Shape input, Shape output, Window window, int groups) {
        return isOn()
                && groups == 1
                && is3x3(window)
                && window.paddingHeight() <= 1
                && window.paddingWidth() <= 1
                && Math.min(input.channels(), output.channels()) >= LEAST_CHANNELS;
    }

    /** Whether the library has it for this CPU, and nobody has switched it off. */
    private static boolean isOn() {
        return OneDnn.loaded().hasAvx512() && isAllowed();
    }

    /** Whether nobody has switched it off, the library's or ours. */
    public static boolean isAllowed() {
        return !"false".equals(System.getProperty(PROPERTY));
    }

    private static boolean is3x3(Window window) {
        return window.kernelHeight() == 3
                && window.kernelWidth() == 3
                && window.strideHeight() == 1
                && window.strideWidth() == 1
                && window.dilationHeight() == 1
                && window.dilationWidth() == 1;
    }
}
