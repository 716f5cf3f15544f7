package dev.netwright.runtime.kernel;

/**
 * What a kernel set's bindings really take, in bytes.
 *
 * @param slots the planned buffers of the largest binding
 * @param padding what layouts and alignment add to them
 * @param hostFacing what the host writes and reads beside those slots: labels, and the other bindings' images and logits
 * @param scratch shared by kernels that need room for an intermediate result
 */
public record BoundBytes(long slots, long padding, long hostFacing, long scratch) {
    /** All of it. */
    public long total() {
        return slots + padding + hostFacing + scratch;
    }
}
