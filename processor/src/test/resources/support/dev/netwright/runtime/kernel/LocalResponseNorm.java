package dev.netwright.runtime.kernel;

public interface LocalResponseNorm extends Kernel {}
