package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;

/** ResNet-34 in torchvision's form, with all channels, on a small image. */
@ResNet(
        input = @Input(channels = 3, height = 39, width = 33),
        classes = 10,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 128),
            @ResNet.Stage(blocks = 6, channels = 256),
            @ResNet.Stage(blocks = 3, channels = 512)
        })
interface TorchvisionResNet34At39Spec {}
