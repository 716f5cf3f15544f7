package dev.netwright.tests.parity;

import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** VGG-11 with dropout 0.3 and 0.5 before ReLU, with a sixteenth of the channels and 96 and 80 hidden units. */
@Vgg(
        input = @Input(channels = 1, height = 33, width = 47),
        classes = 10,
        ratio = 16,
        hidden = {@Vgg.Hidden(units = 96, dropout = 0.3), @Vgg.Hidden(units = 80)},
        dropoutPlace = DropoutPlace.BEFORE_ACTIVATION,
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
interface Vgg11DropoutFirstSixteenthSpec {}
