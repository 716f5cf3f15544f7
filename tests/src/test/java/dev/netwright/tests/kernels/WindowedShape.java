package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Window;

/** {@code floor((size + 2 padding - kernel) / stride) + 1} rows and columns. */
final class WindowedShape {
    private WindowedShape() {}

    static Shape of(Shape input, int channels, Window window) {
        return Shape.image(
                channels,
                (input.height() + 2 * window.paddingHeight() - window.kernelHeight()) / window.strideHeight() + 1,
                (input.width() + 2 * window.paddingWidth() - window.kernelWidth()) / window.strideWidth() + 1);
    }
}
