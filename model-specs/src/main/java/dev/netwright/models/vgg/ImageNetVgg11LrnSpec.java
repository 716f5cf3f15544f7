package dev.netwright.models.vgg;

import dev.netwright.annotations.LocalResponseNorm;
import dev.netwright.annotations.Vgg;

/** Configuration A-LRN of Simonyan and Zisserman (2014): A with local response normalization after the first convolution. */
@Vgg(
        blocks = {
            @Vgg.Block(convs = 1, channels = 64, lrn = @LocalResponseNorm),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
public interface ImageNetVgg11LrnSpec {}
