package dev.netwright.runtime.kernel;

import dev.netwright.operation.Program;
import java.util.Map;

/** The bound kernels of a training program, from which a generated class takes those of each block once. */
public record TrainingKernels(Map<String, ? extends TrainingKernel> kernels, Map<String, ? extends LossKernel> losses) {
    /** Copies the maps. */
    public TrainingKernels {
        kernels = Map.copyOf(kernels);
        losses = Map.copyOf(losses);
    }

    /**
     * The kernels that a kernel set has bound.
     *
     * @param kernelSet its name
     * @throws MissingKernelException if one of the program's operations has none
     */
    public static TrainingKernels bound(
            String kernelSet,
            Program program,
            Map<String, ? extends TrainingKernel> kernels,
            Map<String, ? extends LossKernel> losses) {
        Named.requireAll(kernelSet, program, kernels);
        return new TrainingKernels(kernels, losses);
    }

    /**
     * The kernel of a layer.
     *
     * @throws IllegalArgumentException if the program has none of that name
     */
    public TrainingKernel of(String layer) {
        return Named.required(kernels, layer, "training");
    }

    /**
     * The kernel of a loss.
     *
     * @throws IllegalArgumentException if the program has none of that name
     */
    public LossKernel loss(String name) {
        return Named.required(losses, name, "training");
    }
}
