package dev.netwright.tests.parity;

import dev.netwright.annotations.AdaptiveAveragePool;
import dev.netwright.annotations.AveragePool;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalMaxPool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Tanh;

/** Pools whose windows aren't all alike: cut by the edges, of several sizes, and the whole map. */
@Network(input = @Input(channels = 3, height = 19, width = 14))
interface PooledSpec {
    /** 3x19x14 to 12x17x12. */
    @Conv(channels = 12, kernel = 3)
    @Tanh
    void stem();

    /** 12x17x12 to 12x9x7. */
    @AveragePool(
            kernel = {3, 2},
            stride = 2,
            padding = 1,
            ceil = true,
            countPadding = false)
    void inside();

    /** 12x9x7 to 16x9x7. */
    @Conv(channels = 16, kernel = 3, padding = 1)
    @Tanh
    void middle();

    /** 16x9x7 to 16x5x4, with windows that overlap. */
    @AdaptiveAveragePool(rows = 5, columns = 4)
    void resized();

    /** 16x5x4 to 20x4x3. */
    @Conv(channels = 20, kernel = 2)
    void last();

    @GlobalMaxPool
    void largest();

    @Linear(units = 7)
    void classes();
}
