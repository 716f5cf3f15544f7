package dev.netwright.runtime.source;

/** A dataset is on none of the places where it was looked for. The message lists the places and the cures. */
public final class DatasetNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatasetNotFoundException(String message) {
        super(message);
    }
}
