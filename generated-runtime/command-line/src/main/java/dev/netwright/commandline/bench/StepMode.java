package dev.netwright.commandline.bench;

import java.util.Locale;

/** What is repeated. */
public enum StepMode {
    /** A training step: load, forward, backward, update by plain gradient descent. */
    TRAIN(3),
    /** The logits of a batch. */
    INFER(1),
    /** The logits of one image. */
    INFER1(1);

    private final int passes;

    StepMode(int passes) {
        this.passes = passes;
    }

    /** As it is written on the command line and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Images in a step of a workload that takes so many. */
    public int batch(int stated) {
        return this == INFER1 ? 1 : stated;
    }

    /** How often the multiply-adds of a forward pass are due: backward makes two gradients out of each. */
    int passes() {
        return passes;
    }
}
