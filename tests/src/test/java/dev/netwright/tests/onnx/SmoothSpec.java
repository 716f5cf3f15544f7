package dev.netwright.tests.onnx;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.HardSwish;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Silu;

/** The functions whose derivative doesn't follow from their result: behind a convolution, a norm, a pool and a fully connected layer. */
@Network(input = @Input(channels = 3, height = 18, width = 15))
public interface SmoothSpec {
    @Conv(channels = 18, kernel = 3, padding = 1)
    @Silu
    void stem();

    @MaxPool(kernel = 2)
    void pool();

    @Conv(channels = 20, kernel = 3, bias = false)
    @BatchNorm
    @HardSwish
    void normed();

    @Silu
    void alone();

    @GlobalAveragePool
    void mean();

    @Linear(units = 33)
    @HardSwish
    void hidden();

    @Linear(units = 7)
    void classes();
}
