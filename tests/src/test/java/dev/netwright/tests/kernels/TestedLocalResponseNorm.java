package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;

/** A local response normalization with its sizes. */
record TestedLocalResponseNorm(Shape input, int size, double alpha, double beta, double k) implements KernelUnderTest {
    @Override
    public Shape output() {
        return input;
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return mode == Mode.TRAINING
                ? binding.localResponseNorm(LAYER, in, out, size, alpha, beta, k, saved)
                : binding.localResponseNorm(LAYER, in, out, size, alpha, beta, k);
    }

    @Override
    public String toString() {
        return "local response norm of " + input + ", size " + size + ", alpha " + alpha + ", beta " + beta + ", k "
                + k;
    }
}
