package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.operation.Window;

/** A pool with its sizes. */
record TestedPool(Shape input, Shape output, PoolKind kind, Window window) implements KernelUnderTest {
    /** A pool over whole windows. */
    static TestedPool floor(Shape input, PoolKind kind, Window window) {
        return new TestedPool(input, WindowedShape.floor(input, input.channels(), window), kind, window);
    }

    /** A pool that also has windows of which the last part is missing. */
    static TestedPool ceil(Shape input, PoolKind kind, Window window) {
        return new TestedPool(input, WindowedShape.ceil(input, window), kind, window);
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return binding.pool(LAYER, in, out, kind, window);
    }

    @Override
    public String toString() {
        return kind + " pool of " + input + " to " + output + ", " + window;
    }
}
