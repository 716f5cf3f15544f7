package dev.netwright.runtime.kernel;

import java.util.Map;

/** The bound kernels of an inference program, from which a generated class takes those of each block once. */
public record InferenceKernels(Map<String, ? extends InferenceKernel> kernels) {
    /** Copies the map. */
    public InferenceKernels {
        kernels = Map.copyOf(kernels);
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
