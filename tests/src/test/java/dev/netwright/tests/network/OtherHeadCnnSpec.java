package dev.netwright.tests.network;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.ResidualBlock;

/** {@link dev.netwright.models.exercises.SmallCnn} with its head under another name, as of someone who goes on from its weights. */
@Network(input = @Input(channels = 1, height = 28, width = 28))
public interface OtherHeadCnnSpec {
    /** As there. */
    @Conv(channels = 32, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @Relu
    void stem();

    /** As there. */
    @MaxPool
    void halved();

    /** As there. */
    @ResidualBlock(channels = 64, stride = 2)
    void residual();

    /** As there. */
    @Conv(
            channels = 64,
            kernel = {5, 1},
            padding = {2, 0})
    @Relu
    void tall();

    /** As there, with fewer values dropped. */
    @GlobalAveragePool
    @Dropout(rate = 0.1)
    void means();

    /** Another head. */
    @Linear(units = 10)
    void head();
}
