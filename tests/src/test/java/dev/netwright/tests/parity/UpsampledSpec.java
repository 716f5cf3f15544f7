package dev.netwright.tests.parity;

import dev.netwright.annotations.Conv;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Interpolation;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Silu;
import dev.netwright.annotations.Tanh;
import dev.netwright.annotations.TransposedConv;
import dev.netwright.annotations.Upsample;

/** Images that grow in every way that there is: copies, both interpolations, by factors and to sizes, and trained weights. */
@Network(input = @Input(channels = 3, height = 9, width = 7))
interface UpsampledSpec {
    /** 3x9x7 to 12x4x3. */
    @Conv(channels = 12, kernel = 3, stride = 2)
    @Tanh
    void stem();

    /** 12x4x3 to 12x8x9. */
    @Upsample(factor = {2, 3})
    void copied();

    /** 12x8x9 to 16x4x5. */
    @Conv(channels = 16, kernel = 3, stride = 2, padding = 1)
    void smaller();

    /** 16x4x5 to 16x8x10. */
    @Upsample(factor = 2, mode = Interpolation.BILINEAR)
    void between();

    /** 16x8x10 to 10x4x5. */
    @Conv(channels = 10, kernel = 3, stride = 2, padding = 1)
    void smallerAgain();

    /** 10x4x5 to 18x9x11. */
    @TransposedConv(
            channels = 18,
            kernel = {3, 2},
            stride = 2,
            padding = {0, 0},
            outputPadding = {0, 1},
            groups = 2)
    @Silu
    void trained();

    /** 18x9x11 to 18x7x12. */
    @Upsample(height = 7, width = 12, mode = Interpolation.BILINEAR, alignCorners = true)
    void corners();

    /** 18x7x12 to 9x13x23. */
    @TransposedConv(channels = 9, kernel = 3, stride = 2, padding = 1, bias = false)
    void trainedAgain();

    @GlobalAveragePool
    void means();

    @Linear(units = 7)
    void classes();
}
