package dev.netwright.onednn.parameter;

import dev.netwright.onednn.memory.NativeBytes;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.machine.MemoryRoom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Memory of the trainable tensors in their own layouts: a block each, which predictions may give up, until training needs all of them as
 * one vector.
 */
final class StoredTensors implements AutoCloseable {
    private final String what;
    private final Map<Parameter, Long> offsets;
    private final Map<Parameter, Long> sizes;
    private final long bytes;
    private final Map<Parameter, NativeBytes> blocks = new HashMap<>();
    private final Set<Parameter> readInPlace = new HashSet<>();
    private final List<NativeBytes> retired = new ArrayList<>();
    private @Nullable NativeBytes vector;

    /** Writes a tensor where it will lie from now on. */
    interface Move {
        void to(Parameter parameter, Pointer target);
    }

    /**
     * Places alone, without memory.
     *
     * @param what they are, in the plural, as a message begins
     * @param offsets of each in the vector
     * @param sizes of each, in bytes
     * @param bytes of the vector
     */
    StoredTensors(String what, Map<Parameter, Long> offsets, Map<Parameter, Long> sizes, long bytes) {
        this.what = what;
        this.offsets = offsets;
        this.sizes = sizes;
        this.bytes = bytes;
    }

    /** Takes the memory, unless it is there. */
    void allocate() {
        if (vector == null && blocks.isEmpty()) {
            MemoryRoom.require(what, bytes);
            sizes.keySet().forEach(this::allocate);
        }
    }

    /** Takes a block for a tensor that has given up its own. */
    void allocate(Parameter parameter) {
        blocks.put(parameter, NativeBytes.zeros(what, bytes(parameter)));
    }

    long bytes(Parameter parameter) {
        return Objects.requireNonNull(sizes.get(parameter), parameter.name());
    }

    /** Whether training has begun, after which addresses stay. */
    boolean isVector() {
        return vector != null;
    }

    boolean has(Parameter parameter) {
        return vector != null || blocks.containsKey(parameter);
    }

    Pointer at(Parameter parameter) {
        return vector == null
                ? Objects.requireNonNull(blocks.get(parameter), parameter.name())
                        .at(0)
                : vector.at(offset(parameter));
    }

    /** The same for a session that keeps the address. */
    Pointer inPlace(Parameter parameter) {
        readInPlace.add(parameter);
        return at(parameter);
    }

    /** Whether a tensor's memory can be freed once the tensor lies elsewhere. */
    boolean canGiveUp(Parameter parameter) {
        return vector == null && !readInPlace.contains(parameter);
    }

    void giveUp(Parameter parameter) {
        Objects.requireNonNull(blocks.remove(parameter), parameter.name()).close();
    }

    /** All tensors as one vector. What a session may be reading at this moment is freed at the end. */
    NativeBytes vector(Move move) {
        if (vector == null) {
            NativeBytes all = NativeBytes.zeros(what, bytes);
            for (Parameter parameter : sizes.keySet()) {
                move.to(parameter, all.at(offset(parameter)));
                NativeBytes block = blocks.remove(parameter);
                if (block != null && readInPlace.contains(parameter)) {
                    retired.add(block);
                } else if (block != null) {
                    block.close();
                }
            }
            vector = all;
        }
        return vector;
    }

    private long offset(Parameter parameter) {
        return Objects.requireNonNull(offsets.get(parameter), parameter.name());
    }

    @Override
    public void close() {
        blocks.values().forEach(NativeBytes::close);
        retired.forEach(NativeBytes::close);
        if (vector != null) {
            vector.close();
        }
    }
}
