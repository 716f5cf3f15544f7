package dev.netwright.runtime.picture;

/** A picture's size doesn't suit a step. Callers that know the picture's name add it. */
public final class PictureSizeException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** What was expected. */
    private final String expected;
    /** What was found. */
    private final String found;

    /**
     * Creates the message {@code expected ..., found ...}.
     *
     * @param expected the sizes that the step accepts
     * @param found the picture's size
     */
    public PictureSizeException(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    /** {@return the sizes that the step accepts, as a phrase} */
    public String expected() {
        return expected;
    }

    /** {@return the picture's actual or resulting size, as a phrase} */
    public String found() {
        return found;
    }
}
