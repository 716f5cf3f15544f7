package dev.netwright.runtime.kernel;

import dev.netwright.operation.Program;
import java.util.Map;

/**
 * The bound kernels of a training program. A generated class takes the kernels of each block from here, once.
 *
 * @param kernels by the names of the layers
 * @param losses by the names of the losses
 */
public record TrainingKernels(Map<String, ? extends TrainingKernel> kernels, Map<String, ? extends LossKernel> losses) {
    /**
     * Copies the maps.
     *
     * @param kernels by the names of the layers
     * @param losses by the names of the losses
     */
    public TrainingKernels {
        kernels = Map.copyOf(kernels);
        losses = Map.copyOf(losses);
    }

    /**
     * The kernels that a kernel set has bound.
     *
     * @param kernelSet the kernel set's name, for the message
     * @param program the program that the kernels compute
     * @param kernels by the names of the program's operations
     * @param losses by the names of the program's losses
     * @return the kernels
     * @throws MissingKernelException if an operation of the program has no kernel
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
     * @param layer the layer's name
     * @return the kernel
     * @throws IllegalArgumentException if the program has no layer of that name
     */
    public TrainingKernel of(String layer) {
        return Named.required(kernels, layer, "training");
    }

    /**
     * The kernel of a loss.
     *
     * @param name the loss's name
     * @return the kernel
     * @throws IllegalArgumentException if the program has no loss of that name
     */
    public LossKernel loss(String name) {
        return Named.required(losses, name, "training");
    }
}
