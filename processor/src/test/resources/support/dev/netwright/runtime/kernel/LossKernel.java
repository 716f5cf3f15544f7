package dev.netwright.runtime.kernel;

public interface LossKernel extends TrainingKernel {
    double value();

    int correct();
}
