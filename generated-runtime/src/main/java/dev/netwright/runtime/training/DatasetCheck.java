package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.kernel.Shape;

/** Whether a dataset can be shown to a network at all. */
public final class DatasetCheck {
    private DatasetCheck() {}

    /**
     * Compares image shapes and class counts.
     *
     * @throws IllegalArgumentException naming what differs and the cure
     */
    public static void require(String network, Shape images, int classes, Dataset data) {
        ImageFormat format = data.format();
        if (format.channels() != images.channels()) {
            throw new IllegalArgumentException(network + " takes images of " + images + ", found " + format.channels()
                    + " channels in the data; declare input = @Input(channels = " + format.channels() + ", ...)");
        }
        if (format.height() != images.height() || format.width() != images.width()) {
            throw new IllegalArgumentException(network + " takes images of " + images + ", found "
                    + format.height() + "x" + format.width() + " in the data; call resize(" + images.height() + ", "
                    + images.width() + ") on it");
        }
        if (data.labels().size() != classes) {
            throw new IllegalArgumentException(network + " tells " + classes + " classes apart, found "
                    + data.labels().size() + " in the data; declare classes = "
                    + data.labels().size());
        }
    }
}
