package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;

/** A dropout with its place among the network's dropouts. */
record TestedDropout(Shape input, double rate, int position, boolean isInPlace) implements KernelUnderTest {
    @Override
    public Shape output() {
        return input;
    }

    @Override
    public boolean isForTrainingOnly() {
        return true;
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return binding.dropout(LAYER, in, out, rate, position, saved);
    }

    @Override
    public String toString() {
        return "dropout of " + input + ", rate " + rate + ", position " + position + (isInPlace ? ", in place" : "");
    }
}
