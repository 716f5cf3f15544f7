package dev.netwright.runtime.kernel;

public interface InferenceKernel {
    void forward();
}
