package dev.netwright.runtime.machine;

/**
 * An NVIDIA graphics processor.
 *
 * @param name as the driver calls it
 * @param major first number of its compute capability
 * @param minor second number of its compute capability
 * @param mebibytes memory on the card
 * @param driver version of the driver
 */
public record Gpu(String name, int major, int minor, long mebibytes, String driver) {
    /** The compute capability as NVIDIA writes it, such as {@code 8.6}. */
    public String computeCapability() {
        return major + "." + minor;
    }
}
