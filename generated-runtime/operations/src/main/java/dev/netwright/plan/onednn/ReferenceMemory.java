package dev.netwright.plan.onednn;

import dev.netwright.plan.PlannedRegion;
import java.util.List;

/**
 * The memory that a program takes on the reference machine, in bytes.
 *
 * @param moments of a step: forward and backward of each kernel
 * @param arenaBytes what kernels share over time
 * @param largestLiveBytes the largest part of the arena that is needed at the same moment
 * @param ownBytes what lasts from step to step: images, the output of a prediction, constants, prepared weights
 * @param weightBytes trainable parameters in their layouts
 * @param statisticsBytes running means and variances
 * @param regions every part of the arena, in the order in which kernels ask for it
 */
public record ReferenceMemory(
        int moments,
        long arenaBytes,
        long largestLiveBytes,
        long ownBytes,
        long weightBytes,
        long statisticsBytes,
        List<PlannedRegion> regions) {
    /** Copies the list. */
    public ReferenceMemory {
        regions = List.copyOf(regions);
    }

    /** What the binding takes beside parameters. */
    public long bindingBytes() {
        return arenaBytes + ownBytes;
    }

    /** All of a prediction: with parameters. */
    public long inferenceBytes() {
        return bindingBytes() + weightBytes + statisticsBytes;
    }

    /**
     * All of a training step: with parameters, their gradients and an optimizer's states.
     *
     * @param states numbers that the optimizer keeps for each parameter
     */
    public long trainingBytes(int states) {
        return bindingBytes() + (2L + states) * weightBytes + statisticsBytes;
    }
}
