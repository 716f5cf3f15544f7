package dev.netwright.runtime.onednn;

import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;
import org.jspecify.annotations.Nullable;

/** A kernel that is nothing but its steps; each kernel's own class says which they are. */
final class StepsKernel
        implements AddActivation,
                Concat,
                ConvBiasActivation,
                ConvNormActivation,
                Dropout,
                ElementwiseActivation,
                Linear,
                LocalResponseNorm,
                NormActivation,
                Pool {
    private final String layer;
    private final Step[] forward;
    private final Step @Nullable [] backward;

    /** A kernel of an inference program has no backward at all. */
    StepsKernel(String layer, Step[] forward, Step @Nullable [] backward) {
        this.layer = layer;
        this.forward = forward;
        this.backward = backward;
    }

    @Override
    public void forward() {
        for (Step step : forward) {
            step.run();
        }
    }

    @Override
    public void backward() {
        if (backward == null) {
            throw new UnsupportedOperationException(layer + " is bound for inference and has no backward");
        }
        for (Step step : backward) {
            step.run();
        }
    }

    @Override
    public String toString() {
        return layer;
    }
}
