package dev.netwright.commandline.timing;

import dev.netwright.runtime.kernel.TrainingKernel;

/** A kernel of a training program with timed calls. */
record TimedTrainingKernel(TrainingKernel kernel, LayerTime time) implements TrainingKernel {
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
