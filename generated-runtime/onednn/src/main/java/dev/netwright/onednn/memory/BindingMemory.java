package dev.netwright.onednn.memory;

import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Memory of one binding. */
public final class BindingMemory {
    /** For what only has places outside of any binding. */
    public static final BindingMemory NONE = new BindingMemory(null, null);

    private final @Nullable NativeBytes arena;
    private final @Nullable NativeBytes own;

    private BindingMemory(@Nullable NativeBytes arena, @Nullable NativeBytes own) {
        this.arena = arena;
        this.own = own;
    }

    /**
     * Memory for a binding's places.
     *
     * @param arena what all bindings of a workspace take turns to use
     * @param own belongs to this binding alone
     */
    public static BindingMemory of(NativeBytes arena, NativeBytes own) {
        return new BindingMemory(arena, own);
    }

    /** The arena's byte at an offset. */
    Pointer arena(long offset) {
        return present(arena).at(offset);
    }

    /** The binding's own byte at an offset. */
    Pointer own(long offset) {
        return present(own).at(offset);
    }

    private static NativeBytes present(@Nullable NativeBytes memory) {
        if (memory == null) {
            throw new IllegalStateException("there is no binding, and so no memory of one");
        }
        return memory;
    }
}
