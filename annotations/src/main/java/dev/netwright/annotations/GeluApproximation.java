package dev.netwright.annotations;

/** How a {@link Gelu} computes the probability that a standard normal variable is below x. */
public enum GeluApproximation {
    /** By the error function. */
    NONE,
    /**
     * {@code (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2} (Hendrycks and Gimpel, 2016, section 2), which differs by
     * up to 0.0002.
     */
    TANH
}
