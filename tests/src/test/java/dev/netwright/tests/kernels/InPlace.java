package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;

/** One kernel whose output shares slots with its input. */
record InPlace(KernelUnderTest kernel, boolean isInPlace) implements KernelUnderTest {
    /** Only the gradients share one. */
    static KernelUnderTest ofGradient(KernelUnderTest kernel) {
        return new InPlace(kernel, false);
    }

    static KernelUnderTest ofValuesAndGradient(KernelUnderTest kernel) {
        return new InPlace(kernel, true);
    }

    @Override
    public boolean isGradientInPlace() {
        return true;
    }

    @Override
    public Shape input() {
        return kernel.input();
    }

    @Override
    public Shape output() {
        return kernel.output();
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        kernel.describe(parameters);
    }

    @Override
    public int smallestBatch() {
        return kernel.smallestBatch();
    }

    @Override
    public boolean isBlindToConstants() {
        return kernel.isBlindToConstants();
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation input, Activation output, Slot saved) {
        return kernel.bind(binding, mode, input, output, saved);
    }

    @Override
    public String toString() {
        return kernel + (isInPlace ? ", in place" : ", its gradient in place");
    }
}
