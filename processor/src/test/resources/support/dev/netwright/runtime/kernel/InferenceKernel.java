package dev.netwright.runtime.kernel;

public interface InferenceKernel {
    void forward();

    default String code() {
        return "";
    }
}
