package dev.netwright.models.vgg;

import dev.netwright.annotations.Loss;
import dev.netwright.annotations.Vgg;

/**
 * VGG-16 whose training lowers half of the squared error of its 1000 outputs: with targets of 0 this is the objective
 * {@code l2_loss} of a benchmark of forward and backward passes in TensorFlow.
 */
@Vgg(
        loss = Loss.HALF_SQUARED_ERROR,
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 3, channels = 256),
            @Vgg.Block(convs = 3, channels = 512),
            @Vgg.Block(convs = 3, channels = 512)
        })
public interface ImageNetVgg16HalfSquaredErrorSpec {}
