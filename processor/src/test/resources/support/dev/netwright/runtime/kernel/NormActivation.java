package dev.netwright.runtime.kernel;

public interface NormActivation extends Kernel {}
