package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;

/** ResNet-34 of He et al. (2015), table 1, in torchvision's form: 21,797,672 parameters. */
@ResNet(
        stages = {
            @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 128),
            @ResNet.Stage(blocks = 6, channels = 256),
            @ResNet.Stage(blocks = 3, channels = 512)
        })
public interface ImageNetResNet34Spec {}
