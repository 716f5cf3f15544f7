package dev.netwright.models.vgg;

import dev.netwright.annotations.Vgg;

/** Configuration A of Simonyan and Zisserman (2014): 8 convolutions, 1000 classes. */
@Vgg(
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
public interface ImageNetVgg11Spec {}
