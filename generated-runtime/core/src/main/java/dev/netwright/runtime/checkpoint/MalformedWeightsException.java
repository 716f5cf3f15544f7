package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.Fix;
import java.nio.file.Path;
import java.util.List;

/** A weights file isn't safetensors, is damaged, or has content that Netwright doesn't support. */
public final class MalformedWeightsException extends WeightsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the message {@code Weights file <file>: expected <expected>, but found <found>. <fix>}.
     *
     * @param file the weights file
     * @param expected the expected content, as a phrase
     * @param found the actual content, as a phrase
     * @param fix what to do, as a sentence
     */
    public MalformedWeightsException(Path file, String expected, String found, String fix) {
        super(file, expected, found, List.of(Fix.of(fix)));
    }

    private MalformedWeightsException(MalformedWeightsException cause, Fix another) {
        super(String.valueOf(cause.getMessage()), List.of(another));
        initCause(cause);
    }

    /**
     * Adds another fix.
     *
     * @param another the fix, as a sentence
     * @return a new exception with this one as its cause
     */
    public MalformedWeightsException with(Fix another) {
        return new MalformedWeightsException(this, another);
    }
}
