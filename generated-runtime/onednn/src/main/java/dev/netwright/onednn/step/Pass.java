package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.ArenaPlace;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.plan.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;

/** What one kernel does in one direction, at its moment of the step. */
public final class Pass {
    private final int time;
    private final Arena arena;
    private final List<PlannedStep> steps = new ArrayList<>();
    private int reorders;

    /** A pass at a moment of the step, counted from the first kernel's forward. */
    public Pass(int time, Arena arena) {
        this.time = time;
        this.arena = arena;
    }

    public List<PlannedStep> steps() {
        return List.copyOf(steps);
    }

    /** How often values change their layout. */
    public int reorders() {
        return reorders;
    }

    /** Room that nobody else has during this pass. */
    public Tensor scratch(Layout layout) {
        return new Tensor(layout, new ArenaPlace(arena.region(layout.bytes())));
    }

    /**
     * Adds a primitive.
     *
     * @param description says what it needs beside its arguments
     * @param arguments pairs of the library's number and a {@link Tensor}
     */
    public void primitive(primitive_desc_base description, Supplier<primitive> maker, Object... arguments) {
        List<PlannedPrimitive.Argument> list = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            list.add(new PlannedPrimitive.Argument((Integer) arguments[i], (Tensor) arguments[i + 1]));
        }
        Layout scratchpad = new Layout(description.scratchpad_desc());
        if (scratchpad.bytes() > 0) {
            list.add(new PlannedPrimitive.Argument(DNNL_ARG_SCRATCHPAD, scratch(scratchpad)));
        }
        list.forEach(argument -> argument.tensor().place().usedAt(time));
        steps.add(new PlannedPrimitive(description.impl_info_str().getString(), maker, list));
    }

    /** Adds something that isn't a primitive, and needs these tensors. */
    public void host(PlannedStep step, Tensor... tensors) {
        for (Tensor tensor : tensors) {
            needs(tensor);
        }
        steps.add(step);
    }

    /** Tells that the kernel itself reads or writes a tensor in this pass. */
    public void needs(Tensor tensor) {
        tensor.place().usedAt(time);
    }

    /** The same values in another layout: themselves if they are so already, else a copy made here. */
    public Tensor in(Layout wanted, Tensor tensor) {
        if (tensor.layout().isSameAs(wanted)) {
            return tensor;
        }
        Tensor copy = scratch(wanted);
        copy(tensor, copy);
        return copy;
    }

    /** Copies values from layout to layout, unless they are there already. */
    public void copy(Tensor from, Tensor to) {
        if (from.equals(to)) {
            return;
        }
        reorders += from.layout().isSameAs(to.layout()) ? 0 : 1;
        move(from, to);
    }

    /** Copies values without counting a change of layout: parts of tensors. */
    public void move(Tensor from, Tensor to) {
        move(from, to, Attributes.plain());
    }

    /** {@code to = to + from}, whatever the layouts: parts of tensors. */
    public void moveOnto(Tensor from, Tensor to) {
        move(from, to, Attributes.adding());
    }

    private void move(Tensor from, Tensor to, primitive_attr attributes) {
        reorder.primitive_desc description = new reorder.primitive_desc(
                OneDnn.loaded().engine(),
                from.layout().description(),
                OneDnn.loaded().engine(),
                to.layout().description(),
                attributes,
                false);
        primitive(description, () -> new reorder(description), DNNL_ARG_FROM, from, DNNL_ARG_TO, to);
    }

    /** {@code sum = sum + more}. */
    public void add(Tensor sum, Tensor more) {
        Tensor addend = in(sum.layout(), more);
        Binary.sum(this, sum, addend, sum, ActivationFunction.IDENTITY);
    }
}
