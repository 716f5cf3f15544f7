package dev.netwright.models.vgg;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Vgg;

/**
 * VGG-11 of Simonyan and Zisserman (2014), configuration A, with batch norm between each convolution and its ReLU:
 * torchvision's {@code vgg11_bn}, 132,868,840 parameters.
 */
// torchvision's form has these biases.
@SuppressWarnings("netwright:bias-before-bn")
@Vgg(
        norm = @BatchNorm,
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
public interface ImageNetVgg11BatchNormSpec {}
