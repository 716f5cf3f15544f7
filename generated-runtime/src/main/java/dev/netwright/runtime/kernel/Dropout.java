package dev.netwright.runtime.kernel;

/**
 * Dropout: {@code y = x m}, where each {@code m} is {@code 1 / (1 - rate)} with probability {@code 1 - rate} and else 0
 * (Srivastava et al., 2014, in its inverted form). The mask follows from seed, step, layer and index alone.
 *
 * <p>Backward: {@code gradInput = gradOutput m}.
 */
public interface Dropout extends Kernel {}
