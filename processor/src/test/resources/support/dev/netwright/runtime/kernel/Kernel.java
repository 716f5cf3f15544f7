package dev.netwright.runtime.kernel;

public interface Kernel {
    void forward();

    void backward();
}
