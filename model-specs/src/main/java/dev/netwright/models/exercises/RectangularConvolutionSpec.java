package dev.netwright.models.exercises;

import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.Network;

/**
 * The convolution at the end of d2l.ai, section "Padding and stride": other numbers for rows than for columns, 16 parameters,
 * 2x2 values of 8x8 pixels.
 */
// The exercise is about what such windows leave.
@SuppressWarnings("netwright:flatten-size")
@Network(input = @Input(channels = 1, height = 8, width = 8), loss = Loss.SQUARED_ERROR)
public interface RectangularConvolutionSpec {
    /** 1x8x8 to 1x2x2: {@code (8 - 3) / 3 + 1} rows, {@code (8 + 2 - 5) / 4 + 1} columns. */
    @Conv(
            channels = 1,
            kernel = {3, 5},
            padding = {0, 1},
            stride = {3, 4})
    void windows();
}
