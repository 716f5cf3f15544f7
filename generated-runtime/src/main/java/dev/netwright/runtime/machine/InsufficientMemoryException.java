package dev.netwright.runtime.machine;

/** More native memory is needed than this process may still take. */
public final class InsufficientMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what needs it, how much is left by which limit, and what helps. */
    public InsufficientMemoryException(String message) {
        super(message);
    }
}
