package dev.netwright.runtime.kernel;

/**
 * A network's tensors as vectors, for computations that treat every value alike, such as moving averages and sums of
 * gradients.
 */
public interface ParameterVectors {
    /**
     * The trainable parameters themselves, not a copy.
     *
     * @return valid until the memory is closed
     */
    ParameterVector values();

    /**
     * The running statistics themselves, not a copy.
     *
     * @return valid until the memory is closed
     */
    ParameterVector statistics();

    /**
     * The gradients of the trainable parameters themselves, not a copy.
     *
     * @return valid until the memory is closed
     */
    ParameterVector gradients();

    /**
     * Allocates a vector of zeros for the trainable parameters.
     *
     * @param what what the vector holds, in the plural, as a message begins
     * @return a vector that the caller closes
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    ParameterVector allocate(String what);
}
