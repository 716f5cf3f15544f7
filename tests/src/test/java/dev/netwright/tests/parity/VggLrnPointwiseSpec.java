package dev.netwright.tests.parity;

import dev.netwright.annotations.DropoutPlace;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.Vgg;

/** A small VGG with normalization strong enough to be seen, 1x1 convolutions, and two rates of dropout before the activation. */
@Vgg(
        input = @Input(channels = 3, height = 32, width = 32),
        classes = 10,
        hidden = {@Vgg.Hidden(units = 96, dropout = 0.3), @Vgg.Hidden(units = 80, dropout = 0.5)},
        dropoutPlace = DropoutPlace.BEFORE_ACTIVATION,
        blocks = {
            @Vgg.Block(convs = 1, channels = 16, lrn = @LocalResponseNorm(size = 3, alpha = 2, beta = 0.75, k = 1)),
            @Vgg.Block(convs = 1, channels = 24, pointwise = 1),
            @Vgg.Block(convs = 2, channels = 32, pointwise = 1)
        })
interface VggLrnPointwiseSpec {}
