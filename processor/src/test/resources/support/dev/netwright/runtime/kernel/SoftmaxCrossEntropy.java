package dev.netwright.runtime.kernel;

public interface SoftmaxCrossEntropy extends Kernel {
    double mean();

    int correct();
}
