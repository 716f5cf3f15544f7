package dev.netwright.onednn;

import dev.netwright.runtime.engine.EngineUnavailableException;
import org.jspecify.annotations.Nullable;

/** oneDNN's kernels can't run here; the message says why, and what to do. */
public final class OneDnnUnavailableException extends EngineUnavailableException {
    private static final long serialVersionUID = 1L;

    OneDnnUnavailableException(String reason, @Nullable Throwable cause) {
        super("no oneDNN kernels: " + reason + "; use the kernels called nd4j, or fix that", reason, cause);
    }
}
