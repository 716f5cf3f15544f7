package dev.netwright.runtime.onednn;

import org.jspecify.annotations.Nullable;

/** oneDNN's kernels can't run here; the message says why, and what to do. */
public final class OneDnnUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    OneDnnUnavailableException(String reason, @Nullable Throwable cause) {
        super("no oneDNN kernels: " + reason + "; use the kernels called nd4j, or fix that", cause);
        this.reason = reason;
    }

    /** What stands in the way, and what helps if anything does, as the end of a sentence. */
    public String reason() {
        return reason;
    }
}
