package dev.netwright.onednn.memory;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A place behind the beginning of another.
 *
 * @param bytes how far behind
 */
public record ShiftedPlace(Place place, long bytes) implements Place {
    @Override
    public void usedAt(int time) {
        place.usedAt(time);
    }

    @Override
    public Pointer in(BindingMemory memory) {
        return new BytePointer(place.in(memory)).getPointer(bytes);
    }
}
