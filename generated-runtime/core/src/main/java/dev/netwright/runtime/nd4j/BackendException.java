package dev.netwright.runtime.nd4j;

/** There is no ND4J backend on the class path, or it can't compute on this machine. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackendException(String message) {
        super(message);
    }

    BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
