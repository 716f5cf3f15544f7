package dev.netwright.runtime.engine.session;

/** What a program's loss is to be given beside the images. */
public sealed interface LossTargets {
    /** Numbers of classes, from 0 to {@code classes - 1}. */
    record Labels(int classes) implements LossTargets {}

    /** Outputs of so many numbers for each image. */
    record Values(HostArray array, int size) implements LossTargets {}
}
