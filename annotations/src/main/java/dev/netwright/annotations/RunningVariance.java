package dev.netwright.annotations;

/** Which variance of a batch a batch norm's running variance collects; what training divides by is always the biased one. */
public enum RunningVariance {
    /** The squared deviations' sum divided by one less than the number of values: PyTorch's. */
    UNBIASED,
    /** Their mean: the papers' text and implementations from scratch. */
    BIASED
}
