package dev.netwright.runtime.kernel;

public interface SquaredError extends Kernel {
        double sum();
}
