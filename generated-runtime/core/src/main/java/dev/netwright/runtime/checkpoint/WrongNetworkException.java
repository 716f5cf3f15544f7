package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.Fix;
import java.nio.file.Path;
import java.util.List;

/** A weights file is intact, but of another network. */
public final class WrongNetworkException extends WeightsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the message {@code Weights file <file>: expected <expected>, but found <found>. <fix>}.
     *
     * @param file the weights file
     * @param expected the expected content, as a phrase
     * @param found the actual content, as a phrase
     * @param fix what to do, as a sentence
     */
    public WrongNetworkException(Path file, String expected, String found, String fix) {
        super(file, expected, found, List.of(Fix.of(fix)));
    }

    /**
     * Creates a message with several fixes, or with one that names a setting.
     *
     * @param file the weights file
     * @param expected the expected content, as a phrase
     * @param found the actual content, as a phrase
     * @param fixes alternatives; the first begins the sentence and the last ends it
     */
    public WrongNetworkException(Path file, String expected, String found, List<Fix> fixes) {
        super(file, expected, found, fixes);
    }
}
