package dev.netwright.runtime.kernel;

import java.util.Map;
import java.util.Objects;

public record TrainingKernels(Map<String, ? extends TrainingKernel> kernels, Map<String, ? extends LossKernel> losses) {
    public TrainingKernel of(String layer) {
        return Objects.requireNonNull(kernels.get(layer), layer);
    }

    public LossKernel loss(String name) {
        return Objects.requireNonNull(losses.get(name), name);
    }
}
