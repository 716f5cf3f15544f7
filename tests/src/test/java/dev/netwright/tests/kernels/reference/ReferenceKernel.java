package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.TrainingKernel;
import java.util.List;

/**
 * What all kernels share. Each reader adds to the gradient of its inputs, which are 0 from the forward that made their values on:
 * so no kernel knows who else reads what it reads, or in what order. After backward, what the interface allows to be used up is
 * overwritten with NaN, so that a program that reads it all the same comes to NaN.
 */
abstract class ReferenceKernel implements TrainingKernel {
    private final List<ReferenceValue> inputs;
    private final ReferenceValue output;

    ReferenceKernel(ReferenceValue input, ReferenceValue output) {
        this(List.of(input), output);
    }

    ReferenceKernel(List<ReferenceValue> inputs, ReferenceValue output) {
        this.inputs = inputs;
        this.output = output;
    }

    /** Computes the output's values. */
    abstract void compute();

    /** Sets the gradients of parameters, and adds to those of inputs; the output's is there. */
    abstract void differentiate();

    @Override
    public final void forward() {
        if (output.hasGradient()) {
            output.gradient().fill(0);
        }
        compute();
    }

    @Override
    public final void backward() {
        differentiate();
        output.fill(Double.NaN);
    }

    /** The input, or the first of several. */
    final ReferenceValue input() {
        return inputs.get(0);
    }

    final List<ReferenceValue> inputs() {
        return inputs;
    }

    final ReferenceValue output() {
        return output;
    }
}
