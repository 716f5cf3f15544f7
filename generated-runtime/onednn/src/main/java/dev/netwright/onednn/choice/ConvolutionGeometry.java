package dev.netwright.onednn.choice;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A window in the library's terms. */
public record ConvolutionGeometry(Window window, Shape input, Shape output) {
    /** Of an image that is padded already. */
    public static long[] noPadding() {
        return new long[] {0, 0};
    }

    public long[] kernel() {
        return new long[] {window.kernelHeight(), window.kernelWidth()};
    }

    public long[] strides() {
        return new long[] {window.strideHeight(), window.strideWidth()};
    }

    /** Places left out between two places of the window. */
    public long[] dilates() {
        return new long[] {window.dilationHeight() - 1, window.dilationWidth() - 1};
    }

    public long[] paddingBefore() {
        return new long[] {window.paddingHeight(), window.paddingWidth()};
    }

    /** Padding behind the image: as before it, or more where the output's size was rounded up. */
    public long[] paddingAfter() {
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

    /** Whether a window reaches past the image. */
    public boolean isPadded() {
        long[] before = paddingBefore();
        long[] after = paddingAfter();
        return before[0] + before[1] + after[0] + after[1] > 0;
    }

    /** Dimensions of images with their padding around them. */
    public long[] paddedDimensions(long... images) {
        long[] before = paddingBefore();
        long[] after = paddingAfter();
        return new long[] {images[0], images[1], images[2] + before[0] + after[0], images[3] + before[1] + after[1]};
    }

    /** Whether images of these dimensions have their padding around them. */
    public boolean isPaddedIn(long... images) {
        return images[2] != input.height() || images[3] != input.width();
    }

    private static long after(int out, int stride, int reach, int in, int before) {
        return Math.max(before, (out - 1L) * stride + reach - in - before);
    }
}
