package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import java.util.List;

/**
 * What all kernels share. After backward, what the interface allows to be used up is overwritten with NaN, so that a
 * program that reads it all the same comes to NaN.
 */
abstract class ReferenceKernel implements Kernel {
    private final String layer;
    private final Mode mode;
    private final List<ReferenceActivation> inputs;
    private final ReferenceActivation output;

    ReferenceKernel(String layer, Mode mode, ReferenceActivation input, ReferenceActivation output) {
        this(layer, mode, List.of(input), output);
    }

    ReferenceKernel(String layer, Mode mode, List<ReferenceActivation> inputs, ReferenceActivation output) {
        this.layer = layer;
        this.mode = mode;
        this.inputs = inputs;
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
        inputs.forEach(ReferenceActivation::accumulate);
        Tensor gradient = output.gradient();
        if (inputs.stream().noneMatch(in -> in.hasGradient() && in.gradient().isSameAs(gradient))) {
            gradient.fill(Double.NaN);
        }
        if (readsOutput() && inputs.stream().noneMatch(in -> in.value().isSameAs(output.value()))) {
            output.value().fill(Double.NaN);
        }
    }

    /** The input, or the first of several. */
    final ReferenceActivation input() {
        return inputs.get(0);
    }

    final List<ReferenceActivation> inputs() {
        return inputs;
    }

    final ReferenceActivation output() {
        return output;
    }
}
