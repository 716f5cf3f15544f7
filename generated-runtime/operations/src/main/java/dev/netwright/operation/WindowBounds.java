package dev.netwright.operation;

import java.util.Optional;

/** The bounds of a window's output when the input and the window are bounded. */
public final class WindowBounds {
    private WindowBounds() {}

    /**
     * The bounds of the output's shape.
     *
     * @param input the bounds of the input's shape
     * @param channels the bounds of the output's channels
     * @param least the window with the least value of each number
     * @param most the window with the greatest value of each number
     * @param isCeil whether sizes are rounded up at the lower bound
     * @param isMostCeil whether sizes are rounded up at the upper bound
     * @return the bounds; empty if the input is a vector, or if the window doesn't fit it for any of the tainted
     *     numbers
     */
    public static Optional<ShapeBounds> slid(
            ShapeBounds input, Interval channels, Window least, Window most, boolean isCeil, boolean isMostCeil) {
        if (input.isVector()) {
            return Optional.empty();
        }
        Optional<Interval> rows =
                slid(input.rows(), Slide.ofRows(least, most, isCeil), Slide.ofRows(most, least, isMostCeil));
        Optional<Interval> columns =
                slid(input.columns(), Slide.ofColumns(least, most, isCeil), Slide.ofColumns(most, least, isMostCeil));
        return rows.isEmpty() || columns.isEmpty()
                ? Optional.empty()
                : Optional.of(ShapeBounds.image(channels, rows.get(), columns.get()));
    }

    private static Optional<Interval> slid(Interval side, Slide least, Slide most) {
        int largest = most.outputSize(side.most());
        return largest == 0
                ? Optional.empty()
                : Optional.of(new Interval(Math.max(1, Math.min(largest, least.outputSize(side.least()))), largest));
    }

    /**
     * The numbers that determine one side of the output. The side grows with the padding, and shrinks as span and
     * stride grow.
     */
    private record Slide(long span, int stride, int padding, boolean isCeil) {
        /**
         * Takes the padding of one window, and span and stride of another, so that both bounds of the output can be
         * computed.
         */
        static Slide ofRows(Window padded, Window spanned, boolean isCeil) {
            return new Slide(spanned.spanHeight(), spanned.strideHeight(), padded.paddingHeight(), isCeil);
        }

        static Slide ofColumns(Window padded, Window spanned, boolean isCeil) {
            return new Slide(spanned.spanWidth(), spanned.strideWidth(), padded.paddingWidth(), isCeil);
        }

        int outputSize(int input) {
            return isCeil
                    ? WindowArithmetic.outputSizeRoundedUp(input, span, stride, padding)
                    : WindowArithmetic.outputSize(input, span, stride, padding);
        }
    }
}
