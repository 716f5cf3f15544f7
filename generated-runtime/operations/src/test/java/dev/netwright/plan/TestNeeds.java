package dev.netwright.plan;

import dev.netwright.operation.Activation;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;

/**
 * Needs of kernels in plain layouts.
 *
 * @param isInPlace whether kernels overwrite what the formulas let them, and joins lie in place
 */
record TestNeeds(Mode mode, boolean isInPlace) implements KernelNeeds {
    @Override
    public long bytes(Shape shape) {
        return (long) Float.BYTES * shape.size();
    }

    @Override
    public boolean readsInputInBackward(Operation operation) {
        return operation instanceof Convolution
                || operation instanceof Linear
                || operation instanceof BatchNorm
                || operation instanceof LocalResponseNorm
                || operation instanceof Multiply
                || (operation instanceof Pool pool && pool.kind() == PoolKind.MAX);
    }

    @Override
    public boolean readsOutputInBackward(Operation operation) {
        return !operation.function().isIdentity() || operation instanceof LocalResponseNorm;
    }

    @Override
    public boolean overwritesInput(Operation operation) {
        return isInPlace
                && (operation instanceof Dropout
                        || operation instanceof Activation
                        || ((operation instanceof Add || operation instanceof Multiply) && mode == Mode.INFERENCE));
    }

    @Override
    public boolean overwritesGradient(Operation operation) {
        return isInPlace
                && (operation instanceof Dropout || operation instanceof Activation || operation instanceof BatchNorm);
    }

    @Override
    public boolean joinsInPlace() {
        return isInPlace;
    }

    @Override
    public long savedBytes(Operation operation) {
        boolean saves = operation instanceof Dropout || operation instanceof LocalResponseNorm;
        return saves && mode == Mode.TRAINING ? outputBytes(operation) : 0;
    }

    private long outputBytes(Operation operation) {
        return bytes(operation.output().shape());
    }
}
