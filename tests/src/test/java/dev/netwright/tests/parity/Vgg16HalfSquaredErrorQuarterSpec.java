package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.Vgg;

/** VGG-16 for half the squared error, with a quarter of the channels, 256 and 192 hidden units, and 100 outputs. */
@Vgg(
        input = @Input(channels = 3, height = 33, width = 66),
        classes = 100,
        ratio = 4,
        hidden = {@Vgg.Hidden(units = 256), @Vgg.Hidden(units = 192)},
        loss = Loss.HALF_SQUARED_ERROR,
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 3, channels = 256),
            @Vgg.Block(convs = 3, channels = 512),
            @Vgg.Block(convs = 3, channels = 512)
        })
interface Vgg16HalfSquaredErrorQuarterSpec {}
