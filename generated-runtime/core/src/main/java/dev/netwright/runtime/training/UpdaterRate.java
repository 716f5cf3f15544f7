package dev.netwright.runtime.training;

import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import org.nd4j.linalg.learning.config.IUpdater;

/** The learning rate of ND4J's configuration, its schedule included. */
record UpdaterRate(IUpdater updater) implements LearningRate {
    @Override
    public double at(RunPosition position) {
        return updater.getLearningRate(position.step(), position.epoch());
    }
}
