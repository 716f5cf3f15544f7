package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** VGG-16 with all channels and classes on a small image, with 256 and 192 hidden units for 4096. */
@Vgg(
        input = @Input(channels = 3, height = 32, width = 33),
        classes = 1000,
        hidden = {@Vgg.Hidden(units = 256), @Vgg.Hidden(units = 192)},
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 3, channels = 256),
            @Vgg.Block(convs = 3, channels = 512),
            @Vgg.Block(convs = 3, channels = 512)
        })
interface Vgg16At32Spec {}
