package dev.netwright.runtime.checkpoint;

/**
 * Limits on the header of an untrusted file. Within them a header takes memory in proportion to {@code headerBytes},
 * whatever it says about the tensors.
 *
 * @param headerBytes largest size of the JSON header in bytes, at least 2
 * @param entries largest number of tensors and metadata entries together, at least 1
 */
public record ReadLimits(int headerBytes, int entries) {

    /** 16 MiB of header and 65,536 entries: a hundred times what the largest published image classifier needs. */
    public static final ReadLimits DEFAULT = new ReadLimits(16 << 20, 1 << 16);

    /**
     * Checks the ranges.
     *
     * @param headerBytes largest size of the JSON header in bytes, at least 2
     * @param entries largest number of tensors and metadata entries together, at least 1
     * @throws IllegalArgumentException if a limit is too small
     */
    public ReadLimits {
        if (headerBytes < 2 || entries < 1) {
            throw new IllegalArgumentException("ReadLimits must be at least 2 header bytes and 1 entry, found "
                    + headerBytes + " header bytes and " + entries + " entries");
        }
    }
}
