package dev.netwright.runtime.picture;

/** A file's content is no picture that can be decoded. Who knows the file's name adds it, and the cure. */
public final class UnreadablePictureException extends Exception {
    private static final long serialVersionUID = 1;

    private final String expected;
    private final String found;

    UnreadablePictureException(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    UnreadablePictureException(String expected, String found, Throwable cause) {
        this(expected, found);
        initCause(cause);
    }

    /** What the content should have been, for a sentence that begins with "expected". */
    public String expected() {
        return expected;
    }

    /** What it is instead, for a sentence that goes on with "found". */
    public String found() {
        return found;
    }
}
