package dev.netwright.runtime.kernel;

/**
 * Maximum or average pool, sizes rounded down: {@code y[n, c, i, j]} is the largest value or the mean of
 * {@code x[n, c, i s .. i s + k - 1, j s .. j s + k - 1]}.
 *
 * <p>Backward gives each gradient to the place of the maximum, or an equal share to the window's every place.
 */
public interface Pool extends Kernel {}
