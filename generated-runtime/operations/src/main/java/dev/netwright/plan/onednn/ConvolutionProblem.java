package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * The sizes of a request for a convolution primitive.
 *
 * @param images the number of images in the batch
 * @param input the shape of one input image, without padding by hand
 * @param output the shape of one output image
 * @param window the window; only its padding before the image counts, because the padding after it follows from the
 *     sizes
 * @param groups the number of channel groups that are convolved separately
 * @param isPaddedByHand whether the images in memory include their padding
 * @param hasBias whether a bias, or its gradient, is an argument
 */
record ConvolutionProblem(
        int images, Shape input, Shape output, Window window, int groups, boolean isPaddedByHand, boolean hasBias) {
    /** The same problem over images that include their padding. */
    ConvolutionProblem paddedByHand() {
        return new ConvolutionProblem(images, input, output, window, groups, true, hasBias);
    }

    ConvolutionProblem withBias(boolean bias) {
        return new ConvolutionProblem(images, input, output, window, groups, isPaddedByHand, bias);
    }

    /** The number of input channels of a group. */
    int inputs() {
        return input.channels() / groups;
    }

    /** The number of output channels of a group. */
    int outputs() {
        return output.channels() / groups;
    }

    int height() {
        return input.height() + (isPaddedByHand ? window.paddingHeight() + after(true) : 0);
    }

    int width() {
        return input.width() + (isPaddedByHand ? window.paddingWidth() + after(false) : 0);
    }

    int top() {
        return isPaddedByHand ? 0 : window.paddingHeight();
    }

    int left() {
        return isPaddedByHand ? 0 : window.paddingWidth();
    }

    /** Rows by which the last window exceeds the image; negative if it ends before. */
    int bottom() {
        return (output.height() - 1) * window.strideHeight() + spanHeight() - height() - top();
    }

    /** Columns by which the last window exceeds the image; negative if it ends before. */
    int right() {
        return (output.width() - 1) * window.strideWidth() + spanWidth() - width() - left();
    }

    /** Columns beyond the image that the first {@code columns} output columns read, at least 0. */
    int reached(int columns) {
        return Math.max(0, (columns - 1) * window.strideWidth() + spanWidth() - width() - left());
    }

    int spanHeight() {
        return Math.toIntExact(window.spanHeight());
    }

    int spanWidth() {
        return Math.toIntExact(window.spanWidth());
    }

    int places() {
        return window.kernelHeight() * window.kernelWidth();
    }

    boolean isDilated() {
        return window.dilationHeight() > 1 || window.dilationWidth() > 1;
    }

    boolean isStrided() {
        return window.strideHeight() > 1 || window.strideWidth() > 1;
    }

    /** Whether any window exceeds the image. */
    boolean isPadded() {
        return top() + left() + after(true) + after(false) > 0;
    }

    /** Whether a window lies entirely in padding, which the generated code doesn't support. */
    boolean hasWindowsOutside() {
        return spanWidth() <= left() || spanWidth() <= right() || spanHeight() <= top() || spanHeight() <= bottom();
    }

    /** Whether each group has one input and one output channel. */
    boolean isDepthwise() {
        return groups > 1 && inputs() == 1 && outputs() == 1;
    }

    /** The input's layout in a given order. */
    Layout in(Order order) {
        return new Layout(order, images, input.channels(), height(), width());
    }

    /** The output's layout in a given order. */
    Layout out(Order order) {
        return Layout.of(order, images, output);
    }

    Weights weights(Weights.Order order) {
        return new Weights(order, groups, outputs(), inputs(), places());
    }

    /** The padding after the image: equal to that before it, or more if the output's size was rounded up. */
    private int after(boolean rows) {
        int before = rows ? window.paddingHeight() : window.paddingWidth();
        int reached = rows
                ? (output.height() - 1) * window.strideHeight() + spanHeight() - input.height()
                : (output.width() - 1) * window.strideWidth() + spanWidth() - input.width();
        return Math.max(before, reached - before);
    }
}
