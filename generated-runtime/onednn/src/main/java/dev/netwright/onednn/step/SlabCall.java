package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.BytePointer;

/** A primitive whose arguments move along their tensors from call to call; nothing is made on the way. */
public final class SlabCall {
    private final PrimitiveCall primitive;
    private final List<Moving> moving;

    private SlabCall(PrimitiveCall primitive, List<Moving> moving) {
        this.primitive = primitive;
        this.moving = List.copyOf(moving);
    }

    private record Moving(SlabLoop.Argument argument, dnnl_memory handle, BytePointer start) {}

    static SlabCall of(primitive code, List<SlabLoop.Argument> arguments, BindingMemory place) {
        List<Moving> moving = new ArrayList<>();
        List<PrimitiveCall.Bound> bound = new ArrayList<>();
        for (SlabLoop.Argument argument : arguments) {
            BytePointer start = new BytePointer(argument.place().in(place));
            memory view =
                    new memory(argument.layout().description(), OneDnn.loaded().engine(), start);
            bound.add(new PrimitiveCall.Bound(argument.name(), view));
            if (argument.step() > 0) {
                moving.add(new Moving(argument, view.get(), start));
            }
        }
        return new SlabCall(PrimitiveCall.of(code, bound), moving);
    }

    /** The call of that number. */
    void run(long call) {
        for (int i = 0; i < moving.size(); i++) {
            Moving part = moving.get(i);
            BytePointer there = part.start.position(part.argument.offset(call));
            if (dnnl_memory_set_data_handle(part.handle, there) != dnnl_success) {
                throw new IllegalStateException("oneDNN has not taken the address of an argument");
            }
        }
        primitive.run();
    }
}
