package dev.netwright.runtime.picture;

/** A file's content can't be decoded as a picture. Callers that know the file's name add it and the fix. */
public final class UnreadablePictureException extends Exception {
    private static final long serialVersionUID = 1;

    /** What was expected. */
    private final String expected;
    /** What was found. */
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

    /** {@return the expected content, as a phrase for a message with "expected"} */
    public String expected() {
        return expected;
    }

    /** {@return the actual content, as a phrase for a message with "found"} */
    public String found() {
        return found;
    }
}
