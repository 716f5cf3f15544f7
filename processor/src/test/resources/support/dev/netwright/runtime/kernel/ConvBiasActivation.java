package dev.netwright.runtime.kernel;

public interface ConvBiasActivation extends Kernel {}
