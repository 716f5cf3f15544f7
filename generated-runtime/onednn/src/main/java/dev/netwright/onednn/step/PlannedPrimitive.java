package dev.netwright.onednn.step;

import dev.netwright.onednn.memory.BindingMemory;
import dev.netwright.onednn.memory.Tensor;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.dnnl.primitive;

/**
 * A primitive and what it is to be given, before memory exists.
 *
 * @param implementation the library's name for the code that was chosen, such as {@code jit:avx512_common}
 * @param primitive makes it
 */
public record PlannedPrimitive(String implementation, Supplier<primitive> primitive, List<Argument> arguments)
        implements PlannedStep {
    public PlannedPrimitive {
        arguments = List.copyOf(arguments);
    }

    /** One of the library's numbers for arguments, and the tensor. */
    public record Argument(int name, Tensor tensor) {}

    @Override
    public List<String> implementations() {
        return List.of(implementation);
    }

    @Override
    public Step bind(BindingMemory memory) {
        return PrimitiveCall.of(primitive.get(), arguments, memory);
    }
}
