package dev.netwright.tests.training;

import dev.netwright.annotations.AveragePool;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Flatten;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Tanh;

/** No layer depends on other images of a batch, nor jumps where numbers differ by a rounding. */
@Network(input = @Input(channels = 1, height = 12, width = 12))
public interface PlainNetSpec {
    @Conv(channels = 16, kernel = 3, padding = 1)
    @Tanh
    void stem();

    @AveragePool(kernel = 2)
    void halved();

    @Flatten
    void flat();

    @Linear(units = 10)
    void scores();
}
