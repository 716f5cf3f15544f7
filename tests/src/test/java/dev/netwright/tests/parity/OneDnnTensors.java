package dev.netwright.tests.parity;

import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Value;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.Workspace;
import java.util.ArrayList;
import java.util.List;

/** The tensors of one of oneDNN's bindings: in the workspace's arena, or in the memory that belongs to the binding. */
record OneDnnTensors(Workspace workspace, Program program, int batch) implements BoundTensors {
    @Override
    public List<TensorAccess> of(Operation operation, InferenceKernel kernel) {
        List<TensorAccess> tensors = new ArrayList<>();
        for (int position = 0; position < operation.inputs().size(); position++) {
            boolean isAccumulating = program.accumulates(operation, position);
            tensors.add(access(operation.inputs().get(position), isAccumulating));
        }
        tensors.add(access(operation.output(), false));
        return tensors;
    }

    private TensorAccess access(Value value, boolean isAccumulating) {
        Hidden binding = new Hidden(workspace).call("reserved", new Hidden(program.mode()), new Hidden(batch));
        Hidden activation = binding.field("operations").call("known", new Hidden(value));
        return new OneDnnTensorAccess(activation, isAccumulating, memory());
    }

    /** That of the binding which was opened last. */
    private Hidden memory() {
        Hidden oneDnn = new Hidden(workspace);
        List<?> belonging = oneDnn.field("own").as(List.class);
        return oneDnn.callNeighbour(
                "BindingMemory", "of", oneDnn.field("arena"), new Hidden(belonging.get(belonging.size() - 1)));
    }
}
