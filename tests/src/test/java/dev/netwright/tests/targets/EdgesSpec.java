package dev.netwright.tests.targets;

import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** Three classes of pixels by their neighbours, learned with Dice. */
@Network(input = @Input(channels = 1, height = 12, width = 10), loss = Loss.PIXEL_DICE)
interface EdgesSpec {
    @Conv(channels = 8, kernel = 3, padding = 1)
    @Relu
    void edges();

    @Conv(channels = 3, kernel = 1)
    void classes();
}
