package dev.netwright.runtime.kernel;

public interface Activation {}
