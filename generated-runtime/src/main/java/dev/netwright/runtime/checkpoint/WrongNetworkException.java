package dev.netwright.runtime.checkpoint;

import java.nio.file.Path;

/** The file is whole, but holds the weights of another network. */
public final class WrongNetworkException extends WeightsException {
    private static final long serialVersionUID = 1L;

    /** What a file was expected to hold, what it holds, and what to do, each as a phrase. */
    public WrongNetworkException(Path file, String expected, String found, String cure) {
        super(file, expected, found, cure);
    }
}
