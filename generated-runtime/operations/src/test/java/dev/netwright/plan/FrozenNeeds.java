package dev.netwright.plan;

import dev.netwright.operation.Operation;
import dev.netwright.operation.Shape;
import java.util.Set;

/** Needs of kernels of which some layers are frozen: those have no backward, which would read or need anything. */
record FrozenNeeds(KernelNeeds learning, Set<String> frozen) implements KernelNeeds {
    @Override
    public long bytes(Shape shape) {
        return learning.bytes(shape);
    }

    @Override
    public boolean readsInputInBackward(Operation operation) {
        return learns(operation) && learning.readsInputInBackward(operation);
    }

    @Override
    public boolean readsOutputInBackward(Operation operation) {
        return learns(operation) && learning.readsOutputInBackward(operation);
    }

    @Override
    public boolean overwritesInput(Operation operation) {
        return learning.overwritesInput(operation);
    }

    @Override
    public boolean overwritesGradient(Operation operation) {
        return learning.overwritesGradient(operation);
    }

    @Override
    public boolean joinsInPlace() {
        return learning.joinsInPlace();
    }

    @Override
    public long savedBytes(Operation operation) {
        return learns(operation) ? learning.savedBytes(operation) : 0;
    }

    private boolean learns(Operation operation) {
        return !frozen.contains(operation.name());
    }
}
