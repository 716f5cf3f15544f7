package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.Window;

/** A pool with its sizes. */
record TestedPool(Shape input, PoolKind kind, Window window) implements KernelUnderTest {
    @Override
    public Shape output() {
        return WindowedShape.of(input, input.channels(), window);
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return binding.pool(LAYER, in, out, kind, window);
    }

    @Override
    public String toString() {
        return kind + " pool of " + input + " to " + output() + ", " + window;
    }
}
