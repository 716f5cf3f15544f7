package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * A convolution as the library is asked for it.
 *
 * @param window of whose padding only that before the image counts; that behind it follows from the sizes
 * @param isPaddedByHand whether the images have their padding around them already
 * @param hasBias whether a bias, or its gradient, belongs to it
 */
record ConvolutionProblem(
        int images, Shape input, Shape output, Window window, int groups, boolean isPaddedByHand, boolean hasBias) {
    /** The same over images with their padding around them. */
    ConvolutionProblem paddedByHand() {
        return new ConvolutionProblem(images, input, output, window, groups, true, hasBias);
    }

    ConvolutionProblem withBias(boolean bias) {
        return new ConvolutionProblem(images, input, output, window, groups, isPaddedByHand, bias);
    }

    /** Channels that a group reads. */
    int inputs() {
        return input.channels() / groups;
    }

    /** Channels that a group gives. */
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

    /** Rows that the last window reaches past the image; below 0 if it ends before. */
    int bottom() {
        return (output.height() - 1) * window.strideHeight() + spanHeight() - height() - top();
    }

    /** Columns that the last window reaches past the image; below 0 if it ends before. */
    int right() {
        return (output.width() - 1) * window.strideWidth() + spanWidth() - width() - left();
    }

    /** Columns past the image that a number of output columns reads, at least 0. */
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

    /** Whether a window reaches past the image. */
    boolean isPadded() {
        return top() + left() + after(true) + after(false) > 0;
    }

    /** Whether a window lies in padding alone, for which the generated code isn't made. */
    boolean hasWindowsOutside() {
        return spanWidth() <= left() || spanWidth() <= right() || spanHeight() <= top() || spanHeight() <= bottom();
    }

    /** Whether each group is one channel. */
    boolean isDepthwise() {
        return groups > 1 && inputs() == 1 && outputs() == 1;
    }

    /** The layout of the input in an order. */
    Layout in(Order order) {
        return new Layout(order, images, input.channels(), height(), width());
    }

    /** The layout of the output in an order. */
    Layout out(Order order) {
        return Layout.of(order, images, output);
    }

    Weights weights(Weights.Order order) {
        return new Weights(order, groups, outputs(), inputs(), places());
    }

    /** Padding behind the image: as before it, or more where the output's size was rounded up. */
    private int after(boolean rows) {
        int before = rows ? window.paddingHeight() : window.paddingWidth();
        int reached = rows
                ? (output.height() - 1) * window.strideHeight() + spanHeight() - input.height()
                : (output.width() - 1) * window.strideWidth() + spanWidth() - input.width();
        return Math.max(before, reached - before);
    }
}
