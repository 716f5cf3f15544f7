package dev.netwright.runtime.kernel;

public interface TrainingProgram {
    void forward();

    void backward();

    double loss();

    int correct();
}
