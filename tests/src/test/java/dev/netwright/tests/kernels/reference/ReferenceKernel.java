package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Mode;

/**
 * What all kernels share. After backward, what the interface allows to be used up is overwritten with NaN, so that a
 * program that reads it all the same comes to NaN.
 */
abstract class ReferenceKernel implements Kernel {
    private final String layer;
    private final Mode mode;
    private final ReferenceActivation input;
    private final ReferenceActivation output;

    ReferenceKernel(String layer, Mode mode, ReferenceActivation input, ReferenceActivation output) {
        this.layer = layer;
        this.mode = mode;
        this.input = input;
        this.output = output;
    }

    /** Computes the gradients; the output's are there. */
    abstract void differentiate();

    /** Whether {@link #differentiate} reads the output's values, so that their memory is still theirs. */
    abstract boolean readsOutput();

    @Override
    public final void backward() {
        if (mode == Mode.INFERENCE) {
            throw new UnsupportedOperationException(layer + " is bound for inference and has no backward");
        }
        differentiate();
        if (input.hasGradient() && output.gradient().isSameAs(input.gradient())) {
            return;
        }
        output.gradient().fill(Double.NaN);
        if (readsOutput()) {
            output.value().fill(Double.NaN);
        }
    }

    final ReferenceActivation input() {
        return input;
    }

    final ReferenceActivation output() {
        return output;
    }
}
