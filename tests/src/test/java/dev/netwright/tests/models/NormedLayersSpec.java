package dev.netwright.tests.models;

import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Flatten;
import dev.netwright.annotations.GroupNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LayerNorm;
import dev.netwright.annotations.LayerScale;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.StochasticDepth;

/** Norms that don't mix images, layer scale and stochastic depth: on images, in full blocks of channels and in others, and on vectors. */
@Network(input = @Input(channels = 3, height = 32, width = 30))
public interface NormedLayersSpec {
    @LayerNorm
    void pixels();

    @Conv(channels = 24, kernel = 3, padding = 1)
    @LayerNorm
    @Relu
    void full();

    @LayerScale
    @StochasticDepth(rate = 0.2)
    void scaled();

    @Conv(channels = 20, kernel = 3, padding = 1)
    @GroupNorm(groups = 5)
    @Relu
    void others();

    @MaxPool(kernel = 2)
    @StochasticDepth(rate = 0.1)
    void halved();

    @Conv(channels = 12, kernel = 1)
    @LayerNorm
    void few();

    @LayerScale
    void scaledAgain();

    @Flatten
    @GroupNorm(groups = 4)
    void vector();

    @Linear(units = 30)
    @LayerNorm
    @Relu
    @StochasticDepth(rate = 0.3)
    void hidden();

    @LayerScale
    void scaledUnits();

    @Linear(units = 10)
    void classes();
}
