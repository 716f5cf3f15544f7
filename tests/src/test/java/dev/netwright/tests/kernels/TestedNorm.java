package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;

/** A batch norm with its sizes; its output may be its input flattened. */
record TestedNorm(Shape input, Shape output, NormSettings settings, ActivationFunction function)
        implements KernelUnderTest {
    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters.norm(LAYER, output.channels());
    }

    /** Two values with a channel to themselves become 1 and -1 whatever they were: their gradients are rounding alone. */
    @Override
    public int smallestBatch() {
        return output.height() * output.width() > 2 ? 1 : 3;
    }

    @Override
    public boolean isBlindToConstants() {
        return true;
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return mode == Mode.TRAINING
                ? binding.norm(
                        LAYER, in, out, settings.epsilon(), settings.momentum(), settings.runningVariance(), function)
                : binding.norm(LAYER, in, out, settings.epsilon(), function);
    }

    @Override
    public String toString() {
        return "norm of " + input + " to " + output + ", " + settings + ", " + function;
    }
}
