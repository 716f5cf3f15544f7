package dev.netwright.runtime.kernel;

public interface TrainingKernel extends InferenceKernel {
    void backward();
}
