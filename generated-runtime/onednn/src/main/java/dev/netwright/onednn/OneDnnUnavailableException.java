package dev.netwright.onednn;

import dev.netwright.runtime.engine.EngineUnavailableException;
import org.jspecify.annotations.Nullable;

/** oneDNN's kernels can't run here. The message gives the reason and the fix. */
public final class OneDnnUnavailableException extends EngineUnavailableException {
    private static final long serialVersionUID = 1L;

    OneDnnUnavailableException(String reason, @Nullable Throwable cause) {
        super(
                "no oneDNN kernels: " + reason
                        + "; fix that, or use the kernels called nd4j, which dev.netwright:netwright-nd4j-cpu brings",
                reason,
                cause);
    }
}
