package dev.netwright.runtime.kernel;

public interface ConvNormActivation extends Kernel {}
