package dev.netwright.operation;

/** What generated classes and the runtime agree on. */
public final class GeneratedCode {
    /**
     * Written into each generated class as a number, and compared when the class is loaded. Raised whenever what generated classes
     * call changes: one of another version is refused with the advice to compile its spec again.
     */
    public static final int VERSION = 2;

    private GeneratedCode() {}
}
