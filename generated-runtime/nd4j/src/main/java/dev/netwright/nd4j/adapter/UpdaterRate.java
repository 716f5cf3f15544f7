package dev.netwright.nd4j.adapter;

import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The learning rate of ND4J's configuration with its schedule, or 1 if it has none. Checkpoints identify it by this
 * class's name.
 */
record UpdaterRate(IUpdater updater) implements LearningRate {
    @Override
    public double at(RunPosition position) {
        return updater.hasLearningRate() ? updater.getLearningRate(position.step(), position.epoch()) : 1;
    }
}
