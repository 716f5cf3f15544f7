package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;

/** A dropout with its place among the network's dropouts; its output may be its input flattened. */
record TestedDropout(Shape input, Shape output, double rate, int position, boolean isInPlace)
        implements KernelUnderTest {
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
        return "dropout of " + input + " to " + output + ", rate " + rate + ", position " + position
                + (isInPlace ? ", in place" : "");
    }
}
