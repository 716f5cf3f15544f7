package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A local response normalization with its sizes. */
record TestedLocalResponseNorm(Shape input, int size, double alpha, double beta, double k) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.localResponseNorm(LAYER, size, alpha, beta, k).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return "local response norm of " + input + ", size " + size + ", alpha " + alpha + ", beta " + beta + ", k "
                + k;
    }
}
