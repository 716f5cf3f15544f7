package dev.netwright.runtime.data;

/** A sample could not be read while its batch was made. The message names the sample; the cause says why. */
public final class DataLoadingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DataLoadingException(String message, Throwable cause) {
        super(message, cause);
    }
}
