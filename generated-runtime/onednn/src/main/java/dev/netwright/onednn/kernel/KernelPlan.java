package dev.netwright.onednn.kernel;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.onednn.step.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kernel before memory exists.
 *
 * @param name that of its operation
 * @param forward what it does forward
 * @param backward what it does backward; nothing of a layer that is frozen, or in an inference program
 * @param tensors what it reads and, last, what it writes
 */
public record KernelPlan(
        String name, List<PlannedStep> forward, List<PlannedStep> backward, List<OneDnnActivation> tensors) {
    public KernelPlan {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
        tensors = List.copyOf(tensors);
    }

    /** The same kernel, which says what it reads and writes. */
    KernelPlan between(List<OneDnnActivation> inputs, OneDnnActivation output) {
        return new KernelPlan(
                name,
                forward,
                backward,
                Stream.concat(inputs.stream(), Stream.of(output)).toList());
    }

    /** The kernel over memory. */
    public StepsKernel bind(BindingMemory memory) {
        return new StepsKernel(this, memory, bound(forward, memory), bound(backward, memory));
    }

    /** The code that it runs, each name once. */
    String code() {
        String names = names(forward);
        return backward.isEmpty() ? names : names + "; backward " + names(backward);
    }

    private static String names(List<PlannedStep> steps) {
        return steps.stream()
                .flatMap(step -> step.implementations().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static Step[] bound(List<PlannedStep> steps, BindingMemory memory) {
        return steps.stream().map(step -> step.bind(memory)).toArray(Step[]::new);
    }
}
