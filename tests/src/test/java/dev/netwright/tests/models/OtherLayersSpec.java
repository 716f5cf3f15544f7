package dev.netwright.tests.models;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.ChannelShuffle;
import dev.netwright.annotations.ChannelSplit;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.SqueezeExcite;

/** The layers that no model has: over channels that fill blocks and over others, over maps of many values and of few. */
@Network(input = @Input(channels = 3, height = 73, width = 70))
interface OtherLayersSpec {
    @Conv(channels = 48, kernel = 3, stride = 2)
    @BatchNorm
    @Relu
    void stem();

    @SqueezeExcite(width = 12)
    void gated();

    @ChannelSplit(parts = 3, part = 1)
    void inner();

    @Conv(channels = 40, kernel = 3, groups = 2)
    @Relu
    void wider();

    @ChannelShuffle(groups = 4)
    void mixed();

    @ChannelSplit(part = 0)
    void half();

    @SqueezeExcite(width = 5, activation = SqueezeExcite.Activation.SILU)
    @Relu
    void gatedAgain();

    @Conv(channels = 27, kernel = 3, stride = 2, padding = 1)
    void odd();

    @SqueezeExcite(width = 8)
    void gatedLast();

    @GlobalAveragePool
    void means();

    @Linear(units = 10)
    void classes();
}
