package dev.netwright.models.vgg;

import dev.netwright.annotations.Vgg;

/** VGG-16, configuration D of Simonyan and Zisserman (2014): 13 convolutions. */
@Vgg(
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 3, channels = 256),
            @Vgg.Block(convs = 3, channels = 512),
            @Vgg.Block(convs = 3, channels = 512)
        })
public interface ImageNetVgg16Spec {}
