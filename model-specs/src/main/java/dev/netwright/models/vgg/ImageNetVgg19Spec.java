package dev.netwright.models.vgg;

import dev.netwright.annotations.Vgg;

/** VGG-19, configuration E of Simonyan and Zisserman (2014): 16 convolutions. */
@Vgg(
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 4, channels = 256),
            @Vgg.Block(convs = 4, channels = 512),
            @Vgg.Block(convs = 4, channels = 512)
        })
public interface ImageNetVgg19Spec {}
