package dev.netwright.models.vgg;

import dev.netwright.annotations.Vgg;

/** Configuration C of Simonyan and Zisserman (2014): B with a 1x1 convolution at the end of the last three blocks. */
@Vgg(
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 2, channels = 256, pointwise = 1),
            @Vgg.Block(convs = 2, channels = 512, pointwise = 1),
            @Vgg.Block(convs = 2, channels = 512, pointwise = 1)
        })
public interface ImageNetVgg16PointwiseSpec {}
