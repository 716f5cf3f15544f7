package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.Fix;
import java.nio.file.Path;
import java.util.List;

/** The file is whole, but holds the weights of another network. */
public final class WrongNetworkException extends WeightsException {
    private static final long serialVersionUID = 1L;

    /** What a file was expected to hold, what it holds, and what to do, each as a phrase. */
    public WrongNetworkException(Path file, String expected, String found, String fix) {
        super(file, expected, found, List.of(Fix.of(fix)));
    }

    /** The same with several ways to fix it, or one that has a setting in it; the first begins a sentence, the last ends it. */
    public WrongNetworkException(Path file, String expected, String found, List<Fix> fixes) {
        super(file, expected, found, fixes);
    }
}
