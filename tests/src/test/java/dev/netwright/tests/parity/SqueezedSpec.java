package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.Silu;
import dev.netwright.annotations.SqueezeExcite;

/** Squeeze and excitation over maps of 1,122 values and of fewer, of channels that fill blocks and of others, with both functions. */
@Network(input = @Input(channels = 3, height = 34, width = 33))
interface SqueezedSpec {
    @Conv(channels = 24, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @Relu
    void stem();

    @SqueezeExcite(width = 6)
    void gated();

    @Conv(channels = 20, kernel = 3, stride = 2)
    @Silu
    void halved();

    @SqueezeExcite(width = 5, activation = SqueezeExcite.Activation.SILU)
    void gatedAgain();

    @Conv(channels = 16, kernel = 1)
    void mixed();

    @SqueezeExcite(width = 4, gate = SqueezeExcite.Gate.HARD_SIGMOID)
    void last();

    @GlobalAveragePool
    void means();

    @Linear(units = 7)
    void classes();
}
