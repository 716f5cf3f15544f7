package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;

/**
 * ResNet-101 of He et al. (2015), table 1, in torchvision's form, with the stride of a bottleneck at its 3x3 convolution:
 * 44,549,160 parameters.
 */
@ResNet(
        form = ResidualForm.BOTTLENECK,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 128),
            @ResNet.Stage(blocks = 23, channels = 256),
            @ResNet.Stage(blocks = 3, channels = 512)
        })
public interface ImageNetResNet101Spec {}
