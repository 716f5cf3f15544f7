package dev.netwright.operation;

/** The contract between generated classes and the runtime. */
public final class GeneratedCode {
    /**
     * The version of the calls that generated classes make; it increases whenever they change. Each generated class
     * contains the number it was compiled with, and loading fails on another one with the advice to compile the spec
     * again.
     */
    public static final int VERSION = 2;

    private GeneratedCode() {}
}
