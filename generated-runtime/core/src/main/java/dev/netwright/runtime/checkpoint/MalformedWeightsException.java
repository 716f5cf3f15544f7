package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.Fix;
import java.nio.file.Path;
import java.util.List;

/** The file is not safetensors, is damaged, or holds something that no network of Netwright can use. */
public final class MalformedWeightsException extends WeightsException {
    private static final long serialVersionUID = 1L;

    /** What a file was expected to hold, what it holds, and what to do, each as a phrase. */
    public MalformedWeightsException(Path file, String expected, String found, String fix) {
        super(file, expected, found, List.of(Fix.of(fix)));
    }

    private MalformedWeightsException(MalformedWeightsException cause, Fix another) {
        super(String.valueOf(cause.getMessage()), List.of(another));
        initCause(cause);
    }

    /** The same with another way past it, as a sentence. */
    public MalformedWeightsException with(Fix another) {
        return new MalformedWeightsException(this, another);
    }
}
