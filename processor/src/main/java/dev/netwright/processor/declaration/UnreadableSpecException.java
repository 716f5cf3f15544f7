package dev.netwright.processor.declaration;

/** An annotation that isn't valid Java, so that the compiler reports it and there is nothing for us to read. */
public final class UnreadableSpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableSpecException(String path) {
        super(path + " isn't valid Java");
    }
}
