package dev.netwright.runtime.onednn;

import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Window;

/** A window in the library's terms. */
record ConvolutionGeometry(Window window, Shape input, Shape output) {
    long[] kernel() {
        return new long[] {window.kernelHeight(), window.kernelWidth()};
    }

    long[] strides() {
        return new long[] {window.strideHeight(), window.strideWidth()};
    }

    /** Places left out between two places of the window. */
    long[] dilates() {
        return new long[] {window.dilationHeight() - 1, window.dilationWidth() - 1};
    }

    long[] paddingBefore() {
        return new long[] {window.paddingHeight(), window.paddingWidth()};
    }

    /** Padding behind the image: as before it, or more where the output's size was rounded up. */
    long[] paddingAfter() {
        return new long[] {
            after(
                    output.height(),
                    window.strideHeight(),
                    (window.kernelHeight() - 1) * window.dilationHeight() + 1,
                    input.height(),
                    window.paddingHeight()),
            after(
                    output.width(),
                    window.strideWidth(),
                    (window.kernelWidth() - 1) * window.dilationWidth() + 1,
                    input.width(),
                    window.paddingWidth())
        };
    }

    private static long after(int out, int stride, int reach, int in, int before) {
        return Math.max(before, (out - 1L) * stride + reach - in - before);
    }
}
