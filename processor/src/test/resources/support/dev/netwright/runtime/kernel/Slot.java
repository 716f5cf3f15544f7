package dev.netwright.runtime.kernel;

public record Slot(int index) {
    public static Slot of(int index) {
        return new Slot(index);
    }
}
