package dev.netwright.runtime.kernel;

public enum PoolKind {
    MAX,
    AVERAGE
}
