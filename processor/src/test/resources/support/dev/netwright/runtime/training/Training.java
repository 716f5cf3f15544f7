package dev.netwright.runtime.training;

public final class Training {
    private Training() {}
}
