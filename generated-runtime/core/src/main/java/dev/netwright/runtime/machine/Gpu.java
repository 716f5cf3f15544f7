package dev.netwright.runtime.machine;

/**
 * An NVIDIA GPU.
 *
 * @param name the driver's name for it
 * @param major major number of its compute capability
 * @param minor minor number of its compute capability
 * @param mebibytes memory in MiB
 * @param driver version of the driver
 */
public record Gpu(String name, int major, int minor, long mebibytes, String driver) {
    /** {@return the compute capability in NVIDIA's notation, such as {@code 8.6}} */
    public String computeCapability() {
        return major + "." + minor;
    }
}
