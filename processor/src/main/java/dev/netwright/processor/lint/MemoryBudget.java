package dev.netwright.processor.lint;

import dev.netwright.processor.plan.NetworkPlan;

/**
 * The memory that a training step may take, and the step's batch and optimizer.
 *
 * @param bytes at least 1
 * @param batch at least 1
 */
public record MemoryBudget(long bytes, int batch, Optimizer optimizer) {
    /** The default: no budget, and the batch and optimizer that many tutorials use. */
    static final MemoryBudget UNLIMITED = new MemoryBudget(Long.MAX_VALUE, 64, Optimizer.ADAM);

    /** The bytes that a training step of a network takes. */
    long bytesOf(NetworkPlan plan) {
        return plan.trainingBytes(batch, optimizer.states());
    }
}
