package dev.netwright.onednn.memory;

import org.bytedeco.javacpp.Pointer;

/** Where a tensor will lie, before memory exists. */
public interface Place {
    /** Its address, once memory exists. */
    Pointer in(BindingMemory memory);

    /** Tells that a kernel needs it at that moment of a step. */
    void usedAt(int time);
}
