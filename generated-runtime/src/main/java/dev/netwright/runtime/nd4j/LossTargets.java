package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Shape;

/** What a program's loss is to be given beside the images. */
sealed interface LossTargets {
    /** Numbers of classes, from 0 to {@code classes - 1}. */
    record Labels(int classes) implements LossTargets {}

    /** Outputs of this shape. */
    record Values(HostArray array, Shape shape) implements LossTargets {}
}
