package dev.netwright.processor.plan;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.plan.KernelNeeds;

/** One image's needs of kernels that keep each value as float32 without padding, and compute in place what the formulas let them. */
record PlainLayout(Mode mode) implements KernelNeeds {
    @Override
    public long bytes(Shape shape) {
        return (long) Float.BYTES * shape.size();
    }

    /** Weight gradients need the input, a maximum is looked for again, and x stands in the derivative of both norms. */
    @Override
    public boolean readsInputInBackward(Operation operation) {
        return operation instanceof Convolution
                || operation instanceof Linear
                || operation instanceof BatchNorm
                || operation instanceof LocalResponseNorm
                || (operation instanceof Pool pool && pool.kind() == PoolKind.MAX);
    }

    /** The derivative of an activation is computed from its value; so is that of a local response norm. */
    @Override
    public boolean readsOutputInBackward(Operation operation) {
        return operation.function() != ActivationFunction.IDENTITY || operation instanceof LocalResponseNorm;
    }

    @Override
    public boolean overwritesInput(Operation operation) {
        return operation instanceof Dropout
                || operation instanceof Activation
                || (operation instanceof Add && mode == Mode.INFERENCE);
    }

    @Override
    public boolean overwritesGradient(Operation operation) {
        return operation instanceof Dropout || operation instanceof Activation || operation instanceof BatchNorm;
    }

    @Override
    public boolean joinsInPlace() {
        return true;
    }

    /** A dropout's mask, and a local response norm's denominators before the exponent. */
    @Override
    public long savedBytes(Operation operation) {
        boolean saves = operation instanceof Dropout || operation instanceof LocalResponseNorm;
        return saves && mode == Mode.TRAINING ? bytes(operation.output().shape()) : 0;
    }
}
