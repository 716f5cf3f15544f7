package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.step.Step;
import dev.netwright.runtime.kernel.TrainingKernel;
import java.util.List;

/** A kernel that is nothing but its steps; each operation's own class says which they are. */
public final class StepsKernel implements TrainingKernel {
    private final KernelPlan plan;
    private final BindingMemory memory;
    private final Step[] forward;
    private final Step[] backward;

    StepsKernel(KernelPlan plan, BindingMemory memory, Step[] forward, Step[] backward) {
        this.plan = plan;
        this.memory = memory;
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
    public String code() {
        return plan.code();
    }

    /** What it reads and, last, what it writes: for whoever watches or changes a kernel's values from outside. */
    List<OneDnnActivation> tensors() {
        return plan.tensors();
    }

    /** Where those lie. */
    BindingMemory memory() {
        return memory;
    }

    @Override
    public String toString() {
        return plan.name();
    }
}
