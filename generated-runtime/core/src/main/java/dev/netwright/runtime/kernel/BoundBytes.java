package dev.netwright.runtime.kernel;

/**
 * The memory that a workspace's bindings take in bytes, parameters not included. Bindings share one arena, so the two
 * arena numbers are those of the largest binding.
 *
 * @param slots the most bytes of the arena that are in use at the same time
 * @param padding the rest of the arena: gaps for alignment and what fragmentation leaves unused
 * @param hostFacing memory outside the arena that lasts from step to step: inputs, targets and outputs, constants,
 *     prepared weights
 * @param scratch memory that kernels share for intermediate results, and for gradients before they are added to others
 */
public record BoundBytes(long slots, long padding, long hostFacing, long scratch) {
    /**
     * The memory of two workspaces that exist at the same time.
     *
     * @param other the other workspace's
     * @return the sum of each number
     */
    public BoundBytes plus(BoundBytes other) {
        return new BoundBytes(
                slots + other.slots, padding + other.padding, hostFacing + other.hostFacing, scratch + other.scratch);
    }

    /**
     * The sum of the four numbers.
     *
     * @return bytes
     */
    public long total() {
        return slots + padding + hostFacing + scratch;
    }
}
