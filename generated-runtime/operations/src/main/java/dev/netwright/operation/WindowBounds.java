package dev.netwright.operation;

import java.util.Optional;

/** What is known of what a window makes of an image, where each of its numbers is known at both ends. */
public final class WindowBounds {
    private WindowBounds() {}

    /** What a window makes of the input; nothing if that is a vector or has no room for it, whatever the tainted numbers are. */
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

    /** What of a window decides the size of one side: the output is the larger, the smaller span and stride and the larger padding are. */
    private record Slide(long span, int stride, int padding, boolean isCeil) {
        /** With the padding of one window, and span and stride of another. */
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
