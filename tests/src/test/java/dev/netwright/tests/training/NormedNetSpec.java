package dev.netwright.tests.training;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Flatten;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** Weights in a blocked layout, and running statistics. */
@Network(input = @Input(channels = 1, height = 12, width = 12))
public interface NormedNetSpec {
    @Conv(channels = 16, kernel = 3, padding = 1)
    @BatchNorm
    @Relu
    void stem();

    @MaxPool(kernel = 2)
    void halved();

    @Flatten
    void flat();

    @Linear(units = 10)
    void scores();
}
