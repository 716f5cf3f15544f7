package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Rounding;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A pool with its sizes. */
record TestedPool(Shape input, PoolKind kind, Window window, Rounding rounding) implements KernelUnderTest {
    /** A pool over whole windows. */
    static TestedPool floor(Shape input, PoolKind kind, Window window) {
        return new TestedPool(input, kind, window, Rounding.DOWN);
    }

    /** A pool that also has windows of which the last part is missing. */
    static TestedPool ceil(Shape input, PoolKind kind, Window window) {
        return new TestedPool(input, kind, window, Rounding.UP);
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.pool(LAYER, kind, window, rounding).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return kind + " pool of " + input + " to " + output() + ", " + window;
    }
}
