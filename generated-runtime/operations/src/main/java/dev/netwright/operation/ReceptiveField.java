package dev.netwright.operation;

/**
 * How much of the image one value sees (Dumoulin and Visin, 2016; recurrence of Araujo et al., "Computing receptive fields
 * of convolutional neural networks", 2019).
 *
 * @param height rows seen
 * @param width columns seen
 * @param rowStep image rows between neighbouring values
 * @param columnStep image columns between neighbouring values
 */
public record ReceptiveField(long height, long width, long rowStep, long columnStep) {
    /** A pixel sees itself. */
    public static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 1, 1);

    /** After a window: {@code size + (span - 1) step}, {@code step stride}; {@link Long#MAX_VALUE} if it is more. */
    public ReceptiveField after(Window window) {
        return new ReceptiveField(
                Saturating.sum(height, Saturating.product(window.spanHeight() - 1, rowStep)),
                Saturating.sum(width, Saturating.product(window.spanWidth() - 1, columnStep)),
                Saturating.product(rowStep, window.strideHeight()),
                Saturating.product(columnStep, window.strideWidth()));
    }

    /** What a value made of both sees; steps agree wherever images can be added or joined. */
    public ReceptiveField union(ReceptiveField other) {
        return new ReceptiveField(
                Math.max(height, other.height),
                Math.max(width, other.width),
                Math.max(rowStep, other.rowStep),
                Math.max(columnStep, other.columnStep));
    }

    /** The longer side. */
    public long side() {
        return Math.max(height, width);
    }
}
