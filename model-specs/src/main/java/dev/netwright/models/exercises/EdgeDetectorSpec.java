package dev.netwright.models.exercises;

import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.Network;

/**
 * The edge detector of d2l.ai, section "Learning a kernel": a 1x2 convolution without bias, 2 parameters, on pictures of 6x8
 * pixels. Trained on one whose columns 2 to 5 are 0 and the others 1, and on what the kernel (1, -1) makes of it, it finds
 * that kernel.
 */
@Network(input = @Input(channels = 1, height = 6, width = 8), loss = Loss.SQUARED_ERROR)
public interface EdgeDetectorSpec {
    /** 1x6x8 to 1x6x7. */
    @Conv(
            channels = 1,
            kernel = {1, 2},
            bias = false)
    void edges();
}
