package dev.netwright.models.vgg;

import dev.netwright.annotations.Vgg;

/** Configuration B of Simonyan and Zisserman (2014): 10 convolutions. */
@Vgg(
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
public interface ImageNetVgg13Spec {}
