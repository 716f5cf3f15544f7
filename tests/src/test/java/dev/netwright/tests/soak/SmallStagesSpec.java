package dev.netwright.tests.soak;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** A layer of each common kind, with steps of a fraction of a millisecond. */
@Network(input = @Input(channels = 1, height = 8, width = 8))
public interface SmallStagesSpec {
    @Conv(channels = 16, kernel = 3, padding = 1)
    @BatchNorm
    @Relu
    void stem();

    @MaxPool(kernel = 2)
    void halved();

    @Conv(channels = 16, kernel = 3, padding = 1)
    @Relu
    @Dropout(rate = 0.1)
    void body();

    @Linear(units = 10)
    void classes();
}
