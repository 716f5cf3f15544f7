package dev.netwright.runtime.kernel;

public interface ElementwiseActivation extends Kernel {}
