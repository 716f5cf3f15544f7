package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.ChannelShuffle;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** Convolutions in groups with a shuffle between them: of channels that fill blocks and of others, with a function and without one. */
@Network(input = @Input(channels = 3, height = 17, width = 14))
interface ShuffledSpec {
    @Conv(channels = 24, kernel = 3, stride = 2)
    void stem();

    @ChannelShuffle(groups = 3)
    @Relu
    void mixed();

    @Conv(channels = 32, kernel = 1, groups = 4, bias = false)
    @BatchNorm
    void parts();

    @ChannelShuffle(groups = 4)
    void mixedAgain();

    @Conv(channels = 18, kernel = 3, groups = 2)
    @Relu
    void others();

    @ChannelShuffle(groups = 6)
    void last();

    @GlobalAveragePool
    void mean();

    @Linear(units = 7)
    void classes();
}
