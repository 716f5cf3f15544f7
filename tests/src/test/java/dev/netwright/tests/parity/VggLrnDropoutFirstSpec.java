package dev.netwright.tests.parity;

import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.Vgg;

/** The other small VGG with dropout before the fully connected layers, and normalization over a wider window. */
@Vgg(
        input = @Input(channels = 3, height = 32, width = 32),
        classes = 10,
        hidden = {@Vgg.Hidden(units = 96, dropout = 0.3), @Vgg.Hidden(units = 80, dropout = 0.5)},
        dropoutPlace = DropoutPlace.BEFORE_LINEAR,
        blocks = {
            @Vgg.Block(convs = 1, channels = 16, lrn = @LocalResponseNorm(size = 5, alpha = 1, beta = 0.5, k = 2)),
            @Vgg.Block(convs = 1, channels = 24, pointwise = 1),
            @Vgg.Block(convs = 2, channels = 32, pointwise = 1)
        })
interface VggLrnDropoutFirstSpec {}
