package dev.netwright.runtime.kernel;

public interface Dropout extends Kernel {}
