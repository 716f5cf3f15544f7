package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** Configuration A with batch norm, a sixteenth of the channels and 96 and 80 hidden units. */
@Vgg(
        input = @Input(channels = 3, height = 33, width = 47),
        classes = 10,
        ratio = 16,
        norm = @BatchNorm,
        hidden = {@Vgg.Hidden(units = 96), @Vgg.Hidden(units = 80)},
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
interface Vgg11BatchNormSixteenthSpec {}
