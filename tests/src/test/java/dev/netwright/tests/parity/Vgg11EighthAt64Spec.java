package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** VGG-11 with an eighth of the channels, 512 hidden units and dropout after the activation. */
@Vgg(
        input = @Input(channels = 1, height = 64, width = 64),
        classes = 10,
        ratio = 8,
        hidden = {@Vgg.Hidden(units = 512), @Vgg.Hidden(units = 512)},
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
interface Vgg11EighthAt64Spec {}
