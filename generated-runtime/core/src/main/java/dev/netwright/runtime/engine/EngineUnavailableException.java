package dev.netwright.runtime.engine;

import org.jspecify.annotations.Nullable;

/** An engine can't compute here, or there is none. The message says why, and what to do. */
public class EngineUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * An engine that can't compute.
     *
     * @param message the whole message
     * @param reason what stands in the way, and what helps if anything does, as the end of a sentence
     * @param cause what was thrown, if anything was
     */
    public EngineUnavailableException(String message, String reason, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What stands in the way, and what helps if anything does, as the end of a sentence. */
    public final String reason() {
        return reason;
    }
}
