package dev.netwright.runtime.onednn;

import dev.netwright.runtime.kernel.ParameterUpdate;

/** An optimizer's step that tells of the change. */
record NotedUpdate(ParameterUpdate update, Runnable changed) implements ParameterUpdate {
    @Override
    public void step(double learningRate, int iteration, int epoch) {
        update.step(learningRate, iteration, epoch);
        changed.run();
    }

    @Override
    public void close() {
        update.close();
    }
}
