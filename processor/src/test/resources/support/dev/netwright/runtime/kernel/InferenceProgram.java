package dev.netwright.runtime.kernel;

public interface InferenceProgram {
    void forward();
}
