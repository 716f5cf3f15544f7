package dev.netwright.runtime.kernel;

/**
 * Maximum or average pool: {@code y[n, c, i, j]} is the largest value or the mean over the window whose first place is
 * {@code (i s - p, j s - p)}. Padding never is a maximum, and counts as 0 in a mean.
 *
 * <p>The output's size says how sizes were rounded: where it was up, the last windows reach past the padded input, and only
 * their part inside of it counts, also as the mean's divisor, as PyTorch has it. A window as large as the image makes a
 * global pool.
 *
 * <p>Backward gives each gradient to the place of the maximum, or an equal share to the places counted.
 */
public interface Pool extends Kernel {}
