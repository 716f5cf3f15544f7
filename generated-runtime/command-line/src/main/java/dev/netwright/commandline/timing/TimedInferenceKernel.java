package dev.netwright.commandline.timing;

import dev.netwright.runtime.kernel.InferenceKernel;

/** A kernel of an inference program with timed calls. */
record TimedInferenceKernel(InferenceKernel kernel, LayerTime time) implements InferenceKernel {
    @Override
    public void forward() {
        long begin = System.nanoTime();
        kernel.forward();
        time.forward().add(System.nanoTime() - begin);
    }
}
