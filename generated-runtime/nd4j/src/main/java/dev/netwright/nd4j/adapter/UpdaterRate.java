package dev.netwright.nd4j.adapter;

import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import org.nd4j.linalg.learning.config.IUpdater;

/** The learning rate of ND4J's configuration, its schedule included; 1 of one that has none. Checkpoints know it by this name. */
record UpdaterRate(IUpdater updater) implements LearningRate {
    @Override
    public double at(RunPosition position) {
        return updater.hasLearningRate() ? updater.getLearningRate(position.step(), position.epoch()) : 1;
    }
}
