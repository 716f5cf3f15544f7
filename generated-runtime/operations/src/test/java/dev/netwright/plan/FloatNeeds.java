package dev.netwright.plan;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Shape;
import java.util.Set;

/**
 * Needs of kernels such as PyTorch's, over float32 values of one image.
 *
 * @param frozen names of layers that have no backward, and so read nothing in it
 */
record FloatNeeds(boolean joinsInPlace, Set<String> frozen) implements KernelNeeds {
    static final FloatNeeds JOINING = new FloatNeeds(true, Set.of());
    static final FloatNeeds COPYING = new FloatNeeds(false, Set.of());

    @Override
    public long bytes(Shape shape) {
        return 4L * shape.size();
    }

    @Override
    public boolean readsInputInBackward(Operation operation) {
        return !frozen.contains(operation.name())
                && (operation instanceof Convolution
                        || operation instanceof Linear
                        || operation instanceof BatchNorm
                        || operation instanceof LocalResponseNorm);
    }

    @Override
    public boolean readsOutputInBackward(Operation operation) {
        return !frozen.contains(operation.name())
                && (operation.function() != ActivationFunction.IDENTITY || operation instanceof LocalResponseNorm);
    }

    @Override
    public boolean overwritesInput(Operation operation) {
        return operation instanceof Dropout || operation instanceof Activation || operation instanceof Add;
    }

    @Override
    public boolean overwritesGradient(Operation operation) {
        return operation instanceof Dropout || operation instanceof Activation || operation instanceof BatchNorm;
    }

    /** A mask, or the statistics of a norm. */
    @Override
    public long savedBytes(Operation operation) {
        if (operation instanceof BatchNorm) {
            return frozen.contains(operation.name())
                    ? 0
                    : 8L * operation.output().shape().channels();
        }
        return operation instanceof Dropout ? operation.output().shape().size() : 0;
    }
}
