package dev.netwright.runtime.machine;

/**
 * The GPUs that ND4J 1.0.0-M2.1's CUDA library supports. The library contains machine code for compute capabilities
 * 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, and no PTX. A GPU runs machine code of its own major number and of
 * the same or a lower minor number.
 */
public final class CudaSupport {
    /** The supported compute capabilities, for messages. */
    public static final String CAPABILITIES = "3.7 and 5.0 to 8.9";

    private CudaSupport() {}

    /**
     * Whether the library supports a GPU of this compute capability.
     *
     * @param major the capability's first number
     * @param minor the capability's second number
     * @return whether it contains machine code that the GPU runs
     */
    public static boolean runsOn(int major, int minor) {
        return major == 3 ? minor >= 7 : major >= 5 && major <= 8;
    }
}
