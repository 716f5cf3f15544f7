package dev.netwright.runtime.kernel;

public interface Linear extends Kernel {}
