package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Place;
import dev.netwright.onednn.memory.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;

/** A chain of primitives that is called for one part of its tensors after the other, so that what one leaves to the next is in a cache. */
public final class SlabLoop implements PlannedStep {
    private final Pass pass;
    private final int first;
    private final int calls;
    private final List<Part> parts = new ArrayList<>();

    /**
     * A chain without primitives.
     *
     * @param first number of the first call
     * @param calls how many
     */
    SlabLoop(Pass pass, int first, int calls) {
        this.pass = pass;
        this.first = first;
        this.calls = calls;
    }

    /**
     * What a primitive is given.
     *
     * @param name the library's number
     * @param layout of a call's part
     * @param step bytes from one call's part to the next one's
     * @param period bytes after which the parts begin anew, or 0
     */
    public record Argument(int name, Layout layout, Place place, long step, long period) {
        /** The same in each call. */
        public static Argument fixed(int name, Layout layout, Tensor tensor) {
            return new Argument(name, layout, tensor.place(), 0, 0);
        }

        /** A part after the other. */
        public static Argument moving(int name, Layout layout, Tensor tensor, long step) {
            return new Argument(name, layout, tensor.place(), step, 0);
        }

        long offset(long call) {
            return period == 0 ? call * step : call * step % period;
        }
    }

    private record Part(String implementation, Supplier<primitive> primitive, List<Argument> arguments) {}

    /** Adds a primitive to the chain. */
    public void add(primitive_desc_base description, Supplier<primitive> maker, List<Argument> arguments) {
        List<Argument> all = new ArrayList<>(arguments);
        Layout scratchpad = new Layout(description.scratchpad_desc());
        if (scratchpad.bytes() > 0) {
            all.add(Argument.fixed(DNNL_ARG_SCRATCHPAD, scratchpad, pass.scratch(scratchpad)));
        }
        all.forEach(argument -> pass.needs(new Tensor(argument.layout(), argument.place())));
        parts.add(new Part(description.impl_info_str().getString(), maker, List.copyOf(all)));
    }

    @Override
    public List<String> implementations() {
        return parts.stream().map(Part::implementation).toList();
    }

    @Override
    public Step bind(BindingMemory memory) {
        SlabCall[] chain = parts.stream()
                .map(part -> SlabCall.of(part.primitive().get(), part.arguments(), memory))
                .toArray(SlabCall[]::new);
        return () -> {
            for (int call = first; call < first + calls; call++) {
                for (SlabCall part : chain) {
                    part.run(call);
                }
            }
        };
    }
}
