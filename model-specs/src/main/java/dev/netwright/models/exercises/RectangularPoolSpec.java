package dev.netwright.models.exercises;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;

/**
 * The rectangular pool of d2l.ai, section "Pooling", as one tutorial's notes have it, on the section's 4x4 pixels: no
 * parameters, 3x2 values.
 */
@Network(input = @Input(channels = 1, height = 4, width = 4), loss = Loss.SQUARED_ERROR)
public interface RectangularPoolSpec {
    /** 1x4x4 to 1x3x2: {@code (4 + 2 - 2) / 2 + 1} rows, {@code (4 + 2 - 3) / 3 + 1} columns. */
    @MaxPool(
            kernel = {2, 3},
            padding = {1, 1},
            stride = {2, 3})
    void largest();
}
