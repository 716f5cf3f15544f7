package dev.netwright.runtime.checkpoint;

/**
 * What a reader accepts from a file it does not trust. A header within these limits costs memory in proportion to
 * {@code headerBytes}, whatever it says about the tensors.
 *
 * @param headerBytes the longest JSON header in bytes, at least 2
 * @param entries the most tensors and metadata entries together, at least 1
 */
public record ReadLimits(int headerBytes, int entries) {

    /** 16 MiB of header and 65,536 entries: a hundred times what the largest published image classifier needs. */
    public static final ReadLimits DEFAULT = new ReadLimits(16 << 20, 1 << 16);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a limit is below its least value
     */
    public ReadLimits {
        if (headerBytes < 2 || entries < 1) {
            throw new IllegalArgumentException("A reader needs at least 2 header bytes and 1 entry, not " + headerBytes
                    + " header bytes and " + entries + " entries");
        }
    }
}
