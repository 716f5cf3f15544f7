package dev.netwright.runtime.data;

public interface Dataset {}
