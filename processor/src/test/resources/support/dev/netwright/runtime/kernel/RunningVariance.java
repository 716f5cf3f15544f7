package dev.netwright.runtime.kernel;

public enum RunningVariance {
        UNBIASED,
        BIASED
}
