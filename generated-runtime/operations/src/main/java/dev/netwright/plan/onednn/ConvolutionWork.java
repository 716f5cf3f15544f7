package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

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
