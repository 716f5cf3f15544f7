package dev.netwright.processor.diagnostics;

/** Where in the user's source a value was written: opaque to every stage but reading and reporting. */
public interface Origin {
    /**
     * The value's path inside the family annotation, such as {@code blocks[4].convs}, empty for the annotation itself; or the
     * name of a method and the path inside of an annotation on it, such as {@code stem.kernel[1]}.
     */
    String path();
}
