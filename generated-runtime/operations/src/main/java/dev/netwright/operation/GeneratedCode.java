package dev.netwright.operation;

/** What a processor and a runtime have to agree on for a generated class to run. */
public final class GeneratedCode {
    /** Raised whenever what generated classes call changes; a class of another version is refused with both numbers. */
    public static final int VERSION = 2;

    private GeneratedCode() {}
}
