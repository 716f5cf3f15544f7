package dev.netwright.runtime.kernel;

public interface Concat extends Kernel {}
