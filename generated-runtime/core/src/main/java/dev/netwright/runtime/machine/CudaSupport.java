package dev.netwright.runtime.machine;

/**
 * The GPUs that ND4J 1.0.0-M2.1's CUDA library runs on. It holds machine code for compute capabilities 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5,
 * 8.0 and 8.6 and no PTX; a GPU runs code of its own first number that was made for no higher second one.
 */
public final class CudaSupport {
    /** What it runs on, for messages. */
    public static final String CAPABILITIES = "3.7 and 5.0 to 8.9";

    private CudaSupport() {}

    /** Whether it runs on a GPU of this compute capability. */
    public static boolean runsOn(int major, int minor) {
        return major == 3 ? minor >= 7 : major >= 5 && major <= 8;
    }
}
