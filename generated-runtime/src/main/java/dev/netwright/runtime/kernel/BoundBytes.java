package dev.netwright.runtime.kernel;

/**
 * What a kernel set's bindings really take, in bytes.
 *
 * @param slots the planned buffers of the largest binding; of oneDNN's kernels, which take lifetimes from the program, the largest sum of
 *     all that lives at the same time, layouts and scratch included
 * @param padding what layouts and alignment add to them, and what kernels keep from forward to backward beside the plan,
 *     such as the statistics of a batch; of oneDNN's kernels the gaps between what lives
 * @param hostFacing what the host writes and reads beside those slots: targets of the loss, constants, and the other bindings' images and logits
 * @param scratch shared by kernels that need room for an intermediate result, or for a gradient that is to be added to another
 */
public record BoundBytes(long slots, long padding, long hostFacing, long scratch) {
    /** All of it. */
    public long total() {
        return slots + padding + hostFacing + scratch;
    }
}
