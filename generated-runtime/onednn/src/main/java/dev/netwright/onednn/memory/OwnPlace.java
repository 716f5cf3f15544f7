package dev.netwright.onednn.memory;

import org.bytedeco.javacpp.Pointer;

/**
 * A place of a binding's own, which lasts from step to step: what the host writes and reads, constants, and weights in another
 * layout.
 *
 * @param offset in the binding's own memory, in bytes
 */
public record OwnPlace(long offset) implements Place {
    @Override
    public void usedAt(int time) {
        // It is always there.
    }

    @Override
    public Pointer in(BindingMemory memory) {
        return memory.own(offset);
    }
}
