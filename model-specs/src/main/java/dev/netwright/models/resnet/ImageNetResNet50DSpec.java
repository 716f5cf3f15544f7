package dev.netwright.models.resnet;

import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;
import dev.netwright.annotations.Stem;

/**
 * ResNet-50-D of He et al. (2018), section 4.2: ResNet-50 with a stem of three 3x3 convolutions and with averages in the
 * shortcuts of stages 2 to 4, 25,576,264 parameters. torchvision has no such network.
 */
@ResNet(
        form = ResidualForm.BOTTLENECK,
        stem = @Stem(deep = true),
        averageShortcut = true,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 128),
            @ResNet.Stage(blocks = 6, channels = 256),
            @ResNet.Stage(blocks = 3, channels = 512)
        })
public interface ImageNetResNet50DSpec {}
