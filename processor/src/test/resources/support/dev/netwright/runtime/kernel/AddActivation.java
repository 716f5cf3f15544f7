package dev.netwright.runtime.kernel;

public interface AddActivation extends Kernel {}
