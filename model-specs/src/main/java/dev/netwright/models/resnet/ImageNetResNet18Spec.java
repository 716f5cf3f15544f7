package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;

/** ResNet-18 of He et al. (2015), table 1, in torchvision's form: 11,689,512 parameters. */
@ResNet(
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 128),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512)
        })
public interface ImageNetResNet18Spec {}
