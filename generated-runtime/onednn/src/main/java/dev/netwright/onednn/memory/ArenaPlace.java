package dev.netwright.onednn.memory;

import dev.netwright.plan.Region;
import org.bytedeco.javacpp.Pointer;

/** A place in the arena that others may have before its first use and after its last. */
public record ArenaPlace(Region region) implements Place {
    @Override
    public void usedAt(int time) {
        region.usedAt(time);
    }

    @Override
    public Pointer in(BindingMemory memory) {
        return memory.arena(region.offset());
    }
}
