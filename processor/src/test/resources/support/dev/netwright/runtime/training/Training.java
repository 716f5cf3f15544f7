package dev.netwright.runtime.training;

public interface Training {}
