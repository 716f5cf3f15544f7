package dev.netwright.runtime.engine;

import org.jspecify.annotations.Nullable;

/** An engine can't compute here, or there is none. The message gives the reason and the fix. */
public class EngineUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    private final String reason;

    /**
     * An engine that can't compute.
     *
     * @param message the whole message
     * @param reason why the engine can't compute and how to fix it, if anything can, as the end of a sentence
     * @param cause the exception behind it; null if there is none
     */
    public EngineUnavailableException(String message, String reason, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Why the engine can't compute and how to fix it, without the rest of the message.
     *
     * @return the end of a sentence
     */
    public final String reason() {
        return reason;
    }
}
