package dev.netwright.tests.parity;

import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Flatten;
import dev.netwright.annotations.GroupNorm;
import dev.netwright.annotations.HardSwish;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LayerNorm;
import dev.netwright.annotations.LayerScale;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Silu;
import dev.netwright.annotations.StochasticDepth;
import dev.netwright.annotations.Tanh;

/**
 * Norms that don't mix images, over channels that fill blocks and others, over a vector, and alone; layer scale, and stochastic depth of
 * images and of vectors. No norm follows another layer of these kinds without a function between them, because a norm takes a factor of its
 * input away.
 */
@Network(input = @Input(channels = 3, height = 17, width = 14))
interface NormalizedSpec {
    @Conv(channels = 24, kernel = 3, stride = 2)
    @LayerNorm(epsilon = 1e-6)
    @Silu
    void stem();

    @Conv(channels = 32, kernel = 1)
    @Tanh
    void wide();

    @GroupNorm(groups = 4)
    @Silu
    void groups();

    @LayerScale
    @StochasticDepth(rate = 0.2)
    void scaled();

    @Conv(channels = 18, kernel = 3)
    @HardSwish
    void narrow();

    @GroupNorm(groups = 6, epsilon = 1e-3)
    @Tanh
    void otherGroups();

    @LayerNorm
    @Tanh
    void pixels();

    @LayerScale(initial = 0.1)
    void scaledAgain();

    @Flatten
    @StochasticDepth(rate = 0.1)
    void vector();

    @Linear(units = 20)
    @Tanh
    void hidden();

    @LayerNorm
    void units();

    @Linear(units = 7)
    void classes();
}
