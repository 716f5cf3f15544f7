package dev.netwright.tests.kernels;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.Vgg;

/** Every kind of layer that the family has, small enough for plain loops. */
@Vgg(
        input = @Input(channels = 1, height = 20, width = 20),
        classes = 10,
        hidden = {@Vgg.Hidden(units = 24), @Vgg.Hidden(units = 16, dropout = 0.3)},
        blocks = {
            @Vgg.Block(convs = 1, channels = 6, lrn = @LocalResponseNorm(alpha = 0.5)),
            @Vgg.Block(convs = 1, channels = 8, pointwise = 1),
            @Vgg.Block(convs = 2, channels = 10, kernel = 5)
        })
public interface TinyVggSpec {}
