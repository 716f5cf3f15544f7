package dev.netwright.nd4j;

import dev.netwright.runtime.engine.EngineUnavailableException;

/** There is no ND4J backend on the class path, or it can't compute on this machine. */
public final class BackendException extends EngineUnavailableException {
    private static final long serialVersionUID = 1L;

    BackendException(String message) {
        super(message, message, null);
    }

    BackendException(String message, Throwable cause) {
        super(message, message, cause);
    }
}
