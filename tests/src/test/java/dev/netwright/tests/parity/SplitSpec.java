package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.ChannelSplit;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** Parts of the channels: of whole blocks and of others, the first, an inner and the last, with a function and without one. */
@Network(input = @Input(channels = 3, height = 17, width = 14))
interface SplitSpec {
    @Conv(channels = 32, kernel = 3, stride = 2)
    void stem();

    @ChannelSplit(part = 1)
    @Relu
    void half();

    @Conv(channels = 24, kernel = 1, bias = false)
    @BatchNorm
    void mixed();

    @ChannelSplit(parts = 3, part = 1)
    void inner();

    @Conv(channels = 18, kernel = 3)
    @Relu
    void others();

    @ChannelSplit(parts = 3, part = 2)
    void last();

    @GlobalAveragePool
    void mean();

    @Linear(units = 7)
    void classes();
}
