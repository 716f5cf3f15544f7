package dev.netwright.runtime.picture;

/** A picture's size doesn't suit a step. Who knows the picture's name adds it. */
public final class PictureSizeException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String expected;
    private final String found;

    /** What was expected and what was found, for a sentence with both words. */
    public PictureSizeException(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    /** What the step takes. */
    public String expected() {
        return expected;
    }

    /** What the picture would have to be. */
    public String found() {
        return found;
    }
}
