package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Workspace;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tensors of one of oneDNN's bindings: in the workspace's arena, or in the memory that belongs to the binding. */
final class OneDnnTensors implements BoundTensors {
    private @Nullable Hidden memory;

    @Override
    public void haveMemoryOf(Workspace workspace) {
        Hidden oneDnn = new Hidden(workspace);
        List<?> belonging = oneDnn.field("own").as(List.class);
        memory = oneDnn.callNeighbour(
                "BindingMemory", "of", oneDnn.field("arena"), new Hidden(belonging.get(belonging.size() - 1)));
    }

    @Override
    public TensorAccess of(Activation handle) {
        return new OneDnnTensorAccess(handle, () -> Objects.requireNonNull(memory, "the binding has no memory yet"));
    }
}
