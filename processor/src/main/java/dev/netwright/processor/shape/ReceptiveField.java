package dev.netwright.processor.shape;

import dev.netwright.processor.network.Window;

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

    /** After a window: {@code size + (kernel - 1) step}, {@code step stride}. */
    public ReceptiveField after(Window window) {
        return new ReceptiveField(
                height + (window.kernelHeight() - 1) * rowStep,
                width + (window.kernelWidth() - 1) * columnStep,
                rowStep * window.strideHeight(),
                columnStep * window.strideWidth());
    }

    /** The longer side. */
    public long side() {
        return Math.max(height, width);
    }
}
