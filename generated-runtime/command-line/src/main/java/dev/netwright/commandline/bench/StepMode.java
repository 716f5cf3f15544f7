package dev.netwright.commandline.bench;

import java.util.Locale;

/** A kind of step. */
public enum StepMode {
    /** A training step: load, forward, backward, and update by plain gradient descent. */
    TRAIN(3),
    /** Inference for a batch. */
    INFER(1),
    /** Inference for one image. */
    INFER1(1);

    private final int passes;

    StepMode(int passes) {
        this.passes = passes;
    }

    /** {@return the name on the command line and in JSON} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The number of images per step.
     *
     * @param stated batch size of the workload
     * @return the same number, or 1 for {@link #INFER1}
     */
    public int batch(int stated) {
        return this == INFER1 ? 1 : stated;
    }

    /** How often the multiply-adds of a forward pass count: backward computes two gradients from each. */
    int passes() {
        return passes;
    }
}
