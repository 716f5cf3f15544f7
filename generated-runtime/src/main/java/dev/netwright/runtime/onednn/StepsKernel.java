package dev.netwright.runtime.onednn;

import dev.netwright.runtime.kernel.TrainingKernel;

/** A kernel that is nothing but its steps; each operation's own class says which they are. */
final class StepsKernel implements TrainingKernel {
    private final String name;
    private final Step[] forward;
    private final Step[] backward;

    StepsKernel(String name, Step[] forward, Step[] backward) {
        this.name = name;
        this.forward = forward;
        this.backward = backward;
    }

    @Override
    public void forward() {
        for (Step step : forward) {
            step.run();
        }
    }

    @Override
    public void backward() {
        for (Step step : backward) {
            step.run();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
