package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Elu;
import dev.netwright.annotations.Gelu;
import dev.netwright.annotations.GeluApproximation;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.HardSigmoid;
import dev.netwright.annotations.HardSwish;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeakyRelu;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Mish;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu6;
import dev.netwright.annotations.Silu;

/** The functions that no published network here has: behind convolutions, norms, pools and fully connected layers, and alone. */
@Network(input = @Input(channels = 3, height = 15, width = 13))
interface ActivatedSpec {
    @Conv(channels = 12, kernel = 3, padding = 1)
    @LeakyRelu(slope = 0.1)
    void stem();

    @MaxPool(kernel = 2)
    void pool();

    @Conv(channels = 18, kernel = 3, bias = false)
    @BatchNorm
    @Relu6
    void clipped();

    @Conv(channels = 16, kernel = 1)
    @Elu(alpha = 0.7)
    void exponential();

    @Conv(channels = 20, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @Gelu
    void gaussian();

    @Conv(channels = 16, kernel = 3, groups = 4)
    @Mish
    void grouped();

    @Conv(channels = 18, kernel = 1)
    @HardSwish
    void swish();

    @Silu
    void alone();

    @Conv(channels = 19, kernel = 1)
    @HardSigmoid
    void gates();

    @GlobalAveragePool
    void mean();

    @Linear(units = 33)
    @Gelu(approximate = GeluApproximation.TANH)
    void hidden();

    @Linear(units = 20)
    @LeakyRelu
    void leaky();

    @Linear(units = 24)
    @Elu
    void last();

    @Linear(units = 7)
    void classes();
}
