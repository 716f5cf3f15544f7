package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.NativeObjects;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.FixedPlace;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.runtime.engine.memory.NativeFloats;
import java.util.List;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** One copy from layout to layout, outside of a step. */
public final class Reordering {
    private Reordering() {}

    public static void run(Layout from, Pointer source, Layout to, Pointer target) {
        try (NativeObjects objects = new NativeObjects()) {
            objects.collect(() -> call(from, source, to, target).run());
        }
    }

    private static Step call(Layout from, Pointer source, Layout to, Pointer target) {
        reorder.primitive_desc description = new reorder.primitive_desc(
                OneDnn.loaded().engine(), from.description(), OneDnn.loaded().engine(), to.description());
        PlannedPrimitive planned = new PlannedPrimitive(
                "reorder",
                () -> new reorder(description),
                List.of(argument(DNNL_ARG_FROM, from, source), argument(DNNL_ARG_TO, to, target)));
        return planned.bind(BindingMemory.NONE);
    }

    /** Brings values from layout to layout, neither of which has more room than values. */
    public static void rearrange(float[] values, Layout from, Layout to) {
        try (FloatPointer source = NativeFloats.copyOf(values);
                FloatPointer target = NativeFloats.uninitialized(values.length)) {
            run(from, source, to, target);
            target.get(values);
        }
    }

    /** Writes a binding's tensor from values in plain order. */
    public static void fill(Tensor target, float[] values, BindingMemory memory) {
        try (FloatPointer plain = NativeFloats.copyOf(values)) {
            run(
                    Layout.plain(target.layout().dimensions()),
                    plain,
                    target.layout(),
                    target.place().in(memory));
        }
    }

    private static PlannedPrimitive.Argument argument(int name, Layout layout, Pointer pointer) {
        return new PlannedPrimitive.Argument(name, new Tensor(layout, new FixedPlace(() -> pointer)));
    }
}
