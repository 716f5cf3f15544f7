package dev.netwright.plan;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;

/**
 * Needs of kernels in plain layouts.
 *
 * @param isInPlace whether kernels overwrite what the formulas let them, and joins lie in place
 * @param hasScratch whether kernels need as much scratch as their output has values
 */
record TestNeeds(Mode mode, boolean isInPlace, boolean hasScratch) implements KernelNeeds {
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
                || (operation instanceof Pool pool && pool.kind() == PoolKind.MAX);
    }

    @Override
    public boolean readsOutputInBackward(Operation operation) {
        return operation.function() != ActivationFunction.IDENTITY || operation instanceof LocalResponseNorm;
    }

    @Override
    public boolean overwritesInput(Operation operation) {
        return isInPlace
                && (operation instanceof Dropout
                        || operation instanceof Activation
                        || (operation instanceof Add && mode == Mode.INFERENCE));
    }

    @Override
    public boolean overwritesGradient(Operation operation) {
        return isInPlace
                && (operation instanceof Dropout
                        || operation instanceof Activation
                        || operation instanceof BatchNorm);
    }

    @Override
    public boolean joinsInPlace() {
        return isInPlace;
    }

    @Override
    public long savedBytes(Operation operation) {
        return operation instanceof Dropout || operation instanceof LocalResponseNorm ? outputBytes(operation) : 0;
    }

    @Override
    public long forwardScratchBytes(Operation operation) {
        return hasScratch ? outputBytes(operation) : 0;
    }

    @Override
    public long backwardScratchBytes(Operation operation) {
        return hasScratch ? 2 * outputBytes(operation) : 0;
    }

    @Override
    public long scratchBytes(Loss loss) {
        return bytes(loss.output().shape());
    }

    private long outputBytes(Operation operation) {
        return bytes(operation.output().shape());
    }
}
