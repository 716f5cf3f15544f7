package dev.netwright.runtime.kernel;

/**
 * What a kernel set's bindings really take, in bytes.
 *
 * @param slots the largest sum of all that lives in the largest binding's arena at the same time
 * @param padding gaps between what lives there
 * @param hostFacing what lasts from step to step beside the arena: what the host writes and reads, constants, prepared weights
 * @param scratch shared by kernels that need room for an intermediate result, or for a gradient that is to be added to another
 */
public record BoundBytes(long slots, long padding, long hostFacing, long scratch) {
    /** All of it. */
    public long total() {
        return slots + padding + hostFacing + scratch;
    }
}
