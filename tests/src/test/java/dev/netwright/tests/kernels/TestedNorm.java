package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A batch norm with its sizes, perhaps of its input flattened. */
record TestedNorm(Shape input, boolean isFlattened, NormSettings settings, ActivationFunction function)
        implements KernelUnderTest {
    /** A norm of its input as it is. */
    static TestedNorm of(Shape input, NormSettings settings, ActivationFunction function) {
        return new TestedNorm(input, false, settings, function);
    }

    /** A norm of its input as a vector. */
    static TestedNorm flattening(Shape input, NormSettings settings, ActivationFunction function) {
        return new TestedNorm(input, true, settings, function);
    }

    /** Two values with a channel to themselves become 1 and -1 whatever they were: their gradients are rounding alone. */
    @Override
    public int smallestBatch() {
        return isFlattened || input.height() * input.width() <= 2 ? 3 : 1;
    }

    @Override
    public boolean isBlindToConstants() {
        return true;
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        if (isFlattened) {
            network.flatten("flattened");
        }
        settings.describe(network, LAYER);
        network.activation(RESULT, function);
    }

    @Override
    public String toString() {
        return "norm of " + input + (isFlattened ? " flattened" : "") + ", " + settings + ", " + function;
    }
}
