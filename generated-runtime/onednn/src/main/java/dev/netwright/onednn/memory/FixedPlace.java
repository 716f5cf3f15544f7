package dev.netwright.onednn.memory;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;

/** A place outside of the binding's memory, such as a parameter's. */
public record FixedPlace(Supplier<Pointer> address) implements Place {
    @Override
    public void usedAt(int time) {
        // It is always there.
    }

    @Override
    public Pointer in(BindingMemory memory) {
        return address.get();
    }
}
