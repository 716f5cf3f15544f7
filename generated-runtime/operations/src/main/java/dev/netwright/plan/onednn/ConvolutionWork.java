package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * The sizes of a convolution that its cost follows from.
 *
 * @param groups into which channels are parted
 */
public record ConvolutionWork(int batch, Shape input, Shape output, Window window, int groups) {
    /** Products of one pass, with channels of a group filled up to multiples. */
    double products(int inputMultiple, int outputMultiple) {
        int in = input.channels() / groups;
        int out = output.channels() / groups;
        boolean depthwise = in == 1 && out == 1 && groups > 1;
        double channels = depthwise ? 1 : (double) filled(in, inputMultiple) * filled(out, outputMultiple);
        return groups * channels * area() * pixels();
    }

    /** Products of matrices with one row for each place of a patch, rows filled up to a multiple. */
    double patchProducts(int rowMultiple) {
        int rows = input.channels() / groups * area();
        return (double) filled(rows, rowMultiple) * output.channels() * pixels();
    }

    /** Bytes of all patches; of a window of one place there are none but the input itself. */
    double patchBytes() {
        return area() == 1 ? 0 : (double) Float.BYTES * input.channels() * area() * pixels();
    }

    /** The longer side of the window. */
    int side() {
        return Math.max(window.kernelHeight(), window.kernelWidth());
    }

    private int area() {
        return window.kernelHeight() * window.kernelWidth();
    }

    private double pixels() {
        return (double) batch * output.height() * output.width();
    }

    private static int filled(int count, int multiple) {
        return (count + multiple - 1) / multiple * multiple;
    }
}
