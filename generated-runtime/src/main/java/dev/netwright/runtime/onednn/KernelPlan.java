package dev.netwright.runtime.onednn;

import java.util.List;

/**
 * A kernel before memory exists.
 *
 * @param name that of its operation
 * @param forward what it does forward
 * @param backward what it does backward; nothing of a layer that is frozen, or in an inference program
 */
record KernelPlan(String name, List<PlannedStep> forward, List<PlannedStep> backward) {
    KernelPlan {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /** The kernel over memory. */
    StepsKernel bind(BindingMemory memory) {
        return new StepsKernel(name, bound(forward, memory), bound(backward, memory));
    }

    static Step[] bound(List<PlannedStep> steps, BindingMemory memory) {
        return steps.stream().map(step -> step.bind(memory)).toArray(Step[]::new);
    }
}
