package dev.netwright.runtime.network;

/** A generated class is used although its spec has errors. */
public final class FaultySpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FaultySpecException(String spec) {
        super(spec + " has errors, so there is no network; compile again and look at the compiler's messages");
    }
}
