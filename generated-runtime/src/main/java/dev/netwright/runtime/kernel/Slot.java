package dev.netwright.runtime.kernel;

/** The number of a buffer in a program's plan; values that are never needed at the same time share a slot. */
public record Slot(int index) {
    /** The slot with a number, from 0. */
    public static Slot of(int index) {
        return new Slot(index);
    }
}
