package dev.netwright.runtime.kernel;

import dev.netwright.operation.Program;
import java.util.Map;

/**
 * The bound kernels of an inference program. A generated class takes the kernels of each block from here, once.
 *
 * @param kernels by the names of the layers
 */
public record InferenceKernels(Map<String, ? extends InferenceKernel> kernels) {
    /**
     * Copies the map.
     *
     * @param kernels by the names of the layers
     */
    public InferenceKernels {
        kernels = Map.copyOf(kernels);
    }

    /**
     * The kernels that a kernel set has bound.
     *
     * @param kernelSet the kernel set's name, for the message
     * @param program the program that the kernels compute
     * @param kernels by the names of the program's operations
     * @return the kernels
     * @throws MissingKernelException if an operation of the program has no kernel
     */
    public static InferenceKernels bound(
            String kernelSet, Program program, Map<String, ? extends InferenceKernel> kernels) {
        Named.requireAll(kernelSet, program, kernels);
        return new InferenceKernels(kernels);
    }

    /**
     * The kernel of a layer.
     *
     * @param layer the layer's name
     * @return the kernel
     * @throws IllegalArgumentException if the program has no layer of that name
     */
    public InferenceKernel of(String layer) {
        return Named.required(kernels, layer, "inference");
    }
}
