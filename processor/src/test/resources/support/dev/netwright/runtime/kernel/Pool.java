package dev.netwright.runtime.kernel;

public interface Pool extends Kernel {}
