package dev.netwright.tests.checkpoints;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.Flatten;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** Everything that a checkpoint has to carry: weights with a blocked layout, running statistics, and dropout. */
@Network(input = @Input(channels = 1, height = 12, width = 12))
public interface ResumedNetSpec {
    @Conv(channels = 16, kernel = 3, padding = 1)
    @BatchNorm
    @Relu
    void stem();

    @MaxPool(kernel = 2)
    void halved();

    @Flatten
    @Dropout(rate = 0.3)
    void flat();

    @Linear(units = 10)
    void scores();
}
