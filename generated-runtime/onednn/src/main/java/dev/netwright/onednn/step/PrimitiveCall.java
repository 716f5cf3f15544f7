package dev.netwright.onednn.step;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.memory.BindingMemory;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/** A primitive with a prepared list of arguments: one native call, nothing is made on the way. */
public final class PrimitiveCall implements Step {
    private final dnnl_primitive handle;
    private final dnnl_stream stream;
    private final dnnl_exec_arg_t arguments;
    private final int count;

    /** What the handles refer to, kept from being collected. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private final List<Object> owners;

    private PrimitiveCall(primitive code, dnnl_exec_arg_t arguments, int count, List<Object> owners) {
        this.handle = code.get();
        this.stream = OneDnn.loaded().stream().get();
        this.arguments = arguments;
        this.count = count;
        this.owners = owners;
    }

    /**
     * An argument over memory.
     *
     * @param name one of the library's numbers
     */
    record Bound(int name, memory values) {}

    static PrimitiveCall of(primitive code, List<PlannedPrimitive.Argument> planned, BindingMemory place) {
        return of(
                code,
                planned.stream()
                        .map(argument -> new Bound(
                                argument.name(),
                                new memory(
                                        argument.tensor().layout().description(),
                                        OneDnn.loaded().engine(),
                                        argument.tensor().place().in(place))))
                        .toList());
    }

    static PrimitiveCall of(primitive code, List<Bound> arguments) {
        dnnl_exec_arg_t list = new dnnl_exec_arg_t(arguments.size());
        List<Object> owners = new ArrayList<>(List.of(code));
        for (int i = 0; i < arguments.size(); i++) {
            memory values = arguments.get(i).values();
            owners.add(values);
            list.position(i).arg(arguments.get(i).name()).memory(values.get());
        }
        list.position(0);
        return new PrimitiveCall(code, list, arguments.size(), owners);
    }

    @Override
    public void run() {
        int status = dnnl_primitive_execute(handle, stream, count, arguments);
        if (status != dnnl_success) {
            throw new IllegalStateException("oneDNN failed with status " + status);
        }
    }
}
