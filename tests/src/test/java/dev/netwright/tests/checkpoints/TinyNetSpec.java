package dev.netwright.tests.checkpoints;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Flatten;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** As few weights as a checkpoint that is kept with the sources may have. */
@Network(input = @Input(channels = 1, height = 12, width = 12))
public interface TinyNetSpec {
    @Conv(channels = 2, kernel = 3, padding = 1)
    @BatchNorm
    @Relu
    void stem();

    @MaxPool(kernel = 4)
    void smaller();

    @Flatten
    void flat();

    @Linear(units = 10)
    void scores();
}
