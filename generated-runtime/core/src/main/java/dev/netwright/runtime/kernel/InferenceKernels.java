package dev.netwright.runtime.kernel;

import dev.netwright.operation.Program;
import java.util.Map;

/** The bound kernels of an inference program, from which a generated class takes those of each block once. */
public record InferenceKernels(Map<String, ? extends InferenceKernel> kernels) {
    /** Copies the map. */
    public InferenceKernels {
        kernels = Map.copyOf(kernels);
    }

    /**
     * The kernels that a kernel set has bound.
     *
     * @param kernelSet its name
     * @throws MissingKernelException if one of the program's operations has none
     */
    public static InferenceKernels bound(
            String kernelSet, Program program, Map<String, ? extends InferenceKernel> kernels) {
        Named.requireAll(kernelSet, program, kernels);
        return new InferenceKernels(kernels);
    }

    /**
     * The kernel of a layer.
     *
     * @throws IllegalArgumentException if the program has none of that name
     */
    public InferenceKernel of(String layer) {
        return Named.required(kernels, layer, "inference");
    }
}
