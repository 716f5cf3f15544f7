package dev.netwright.processor.lint;

import dev.netwright.processor.plan.NetworkPlan;

/**
 * What a training step may take, and of which step that is asked.
 *
 * @param bytes at least 1
 * @param batch at least 1
 */
public record MemoryBudget(long bytes, int batch, Optimizer optimizer) {
    /** What is asked of if nothing else is said: no budget, the batch and the optimizer that many tutorials use. */
    static final MemoryBudget UNLIMITED = new MemoryBudget(Long.MAX_VALUE, 64, Optimizer.ADAM);

    /** What a training step of a network takes. */
    long bytesOf(NetworkPlan plan) {
        return plan.trainingBytes(batch, optimizer.states());
    }
}
