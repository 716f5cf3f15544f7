package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Concat;
import dev.netwright.operation.Mode;
import java.util.List;

/** {@link Concat}, which here has to join and part every input: slices have memory of their own. */
final class ReferenceConcat extends ReferenceKernel implements Concat {
    ReferenceConcat(String layer, Mode mode, List<ReferenceActivation> inputs, ReferenceActivation output) {
        super(layer, mode, inputs, output);
        int channels =
                inputs.stream().mapToInt(input -> input.shape().channels()).sum();
        if (channels != output.shape().channels()) {
            throw new IllegalArgumentException(
                    layer + " joins " + channels + " channels, but its output is " + output.shape());
        }
    }

    @Override
    public void forward() {
        int before = 0;
        for (ReferenceActivation input : inputs()) {
            int first = before;
            input.value()
                    .forEach((n, c, h, w) -> output().value()
                            .set(n, first + c, h, w, input.value().get(n, c, h, w)));
            before += input.shape().channels();
        }
    }

    @Override
    void differentiate() {
        int before = 0;
        for (ReferenceActivation input : inputs()) {
            int first = before;
            if (input.hasGradient()) {
                Tensor g = output().gradient();
                input.gradient().forEach((n, c, h, w) -> input.gradient().set(n, c, h, w, g.get(n, first + c, h, w)));
            }
            before += input.shape().channels();
        }
    }

    @Override
    boolean readsOutput() {
        return false;
    }
}
