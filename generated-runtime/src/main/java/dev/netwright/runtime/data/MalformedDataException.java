package dev.netwright.runtime.data;

/** Data is not what it must be. The message says where, what was expected, what was found, and the cure. */
public final class MalformedDataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception that says so: {@code where: expected ..., found ...; cure}. */
    public MalformedDataException(String where, String expected, String found, String cure) {
        super(where + ": expected " + expected + ", found " + found + "; " + cure);
    }
}
