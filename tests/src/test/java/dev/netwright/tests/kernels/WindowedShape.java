package dev.netwright.tests.kernels;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** How many rows and columns windows give, as PyTorch counts them. */
final class WindowedShape {
    private WindowedShape() {}

    /** {@code floor((size + 2 padding - dilation (kernel - 1) - 1) / stride) + 1} rows and columns. */
    static Shape floor(Shape input, int channels, Window window) {
        int height = window.dilationHeight() * (window.kernelHeight() - 1) + 1;
        int width = window.dilationWidth() * (window.kernelWidth() - 1) + 1;
        return Shape.image(
                channels,
                (input.height() + 2 * window.paddingHeight() - height) / window.strideHeight() + 1,
                (input.width() + 2 * window.paddingWidth() - width) / window.strideWidth() + 1);
    }

    /** The same rounded up, but for a last window that would begin in the padding at the end. */
    static Shape ceil(Shape input, Window window) {
        return Shape.image(
                input.channels(),
                ceil(input.height(), window.kernelHeight(), window.strideHeight(), window.paddingHeight()),
                ceil(input.width(), window.kernelWidth(), window.strideWidth(), window.paddingWidth()));
    }

    private static int ceil(int size, int kernel, int stride, int padding) {
        int last = -Math.floorDiv(kernel - size - 2 * padding, stride);
        return last * stride < size + padding ? last + 1 : last;
    }
}
