package dev.netwright.examples.timing;

import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;

/** A kernel of any kind whose calls are timed: most kinds differ in nothing but what they compute, and that is the other's. */
record TimedKernel(Kernel kernel, LayerTime time)
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
    @Override
    public void forward() {
        long begin = System.nanoTime();
        kernel.forward();
        time.forward().add(System.nanoTime() - begin);
    }

    @Override
    public void backward() {
        long begin = System.nanoTime();
        kernel.backward();
        time.backward().add(System.nanoTime() - begin);
    }
}
