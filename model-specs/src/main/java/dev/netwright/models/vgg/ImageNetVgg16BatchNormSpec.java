package dev.netwright.models.vgg;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Vgg;

/**
 * VGG-16 of Simonyan and Zisserman (2014), configuration D, with batch norm between each convolution and its ReLU:
 * torchvision's {@code vgg16_bn}, 138,365,992 parameters.
 */
// torchvision's form has these biases.
@SuppressWarnings("netwright:bias-before-bn")
@Vgg(
        norm = @BatchNorm,
        blocks = {
            @Vgg.Block(convs = 2, channels = 64),
            @Vgg.Block(convs = 2, channels = 128),
            @Vgg.Block(convs = 3, channels = 256),
            @Vgg.Block(convs = 3, channels = 512),
            @Vgg.Block(convs = 3, channels = 512)
        })
public interface ImageNetVgg16BatchNormSpec {}
