package dev.netwright.runtime.kernel;

/**
 * Sum of two values of one shape, and activation: {@code y = f(left + right)} (He et al., 2016, equation 1).
 *
 * <p>Backward: {@code gradLeft = gradRight = gradOutput f'}.
 */
public interface AddActivation extends Kernel {}
