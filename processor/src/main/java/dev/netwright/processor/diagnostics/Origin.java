package dev.netwright.processor.diagnostics;

/** Where in the user's source a value was written: opaque to every stage but reading and reporting. */
public interface Origin {
    /** The value's path inside the family annotation, such as {@code blocks[4].convs}; empty for the annotation itself. */
    String path();
}
