package dev.netwright.runtime.kernel;

/**
 * Summed squared error of an output against targets of its shape: {@code loss = factor sum of (y - t)^2}, summed over the
 * batch as well.
 *
 * <p>Backward: {@code gradOutput = 2 factor (y - t)}.
 */
public interface SquaredError extends Kernel {
    /** The loss of the batch that {@link #forward()} saw last. */
    double sum();
}
