package dev.netwright.runtime.kernel;

import java.util.Map;
import java.util.Objects;

public record InferenceKernels(Map<String, ? extends InferenceKernel> kernels) {
    public InferenceKernel of(String layer) {
        return Objects.requireNonNull(kernels.get(layer), layer);
    }
}
