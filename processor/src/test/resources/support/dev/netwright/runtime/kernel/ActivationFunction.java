package dev.netwright.runtime.kernel;

public enum ActivationFunction {
    IDENTITY,
    SIGMOID,
    RELU,
    TANH
}
