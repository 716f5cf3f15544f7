package dev.netwright.runtime.engine.session;

/** What a program's loss compares the output with. */
public sealed interface LossTargets {
    /**
     * Labels of images, for a loss of classification.
     *
     * @param classes their number; labels are from 0 to {@code classes - 1}
     */
    record Labels(int classes) implements LossTargets {}

    /**
     * Target values in the shape of the output, which the kernel set compares with it.
     *
     * @param array takes the values of a batch
     * @param size values for each image
     */
    record Values(HostArray array, int size) implements LossTargets {}

    /**
     * Target values that the host compares with the output.
     *
     * @param size values for each image
     */
    record Hosted(int size) implements LossTargets {}
}
