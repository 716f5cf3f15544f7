package dev.netwright.plan.onednn;

import dev.netwright.plan.PlannedRegion;
import java.util.List;

/**
 * The memory of a program on the reference machine, in bytes.
 *
 * @param moments the number of moments of a step: forward and, in training, backward of each kernel
 * @param arenaBytes the arena, which kernels share over time
 * @param largestLiveBytes the largest part of the arena that one moment needs
 * @param ownBytes what stays allocated from step to step: images, the output of a prediction, constants, prepared
 *     weights
 * @param weightBytes the trainable parameters in their layouts
 * @param statisticsBytes the running means and variances
 * @param regions all regions of the arena, in the order in which kernels request them
 */
public record ReferenceMemory(
        int moments,
        long arenaBytes,
        long largestLiveBytes,
        long ownBytes,
        long weightBytes,
        long statisticsBytes,
        List<PlannedRegion> regions) {
    /**
     * Copies the list.
     *
     * @param moments the number of moments of a step
     * @param arenaBytes the arena
     * @param largestLiveBytes the largest part of the arena that one moment needs
     * @param ownBytes what stays allocated from step to step
     * @param weightBytes the trainable parameters
     * @param statisticsBytes the running means and variances
     * @param regions all regions of the arena
     */
    public ReferenceMemory {
        regions = List.copyOf(regions);
    }

    /** {@return the bytes of the binding, without parameters} */
    public long bindingBytes() {
        return arenaBytes + ownBytes;
    }

    /** {@return the bytes of a prediction, parameters included} */
    public long inferenceBytes() {
        return bindingBytes() + weightBytes + statisticsBytes;
    }

    /**
     * The memory of a training step, with parameters, their gradients and an optimizer's states.
     *
     * @param states the number of values that the optimizer keeps for each parameter
     * @return the bytes
     */
    public long trainingBytes(int states) {
        return bindingBytes() + (2L + states) * weightBytes + statisticsBytes;
    }
}
