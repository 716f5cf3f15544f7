package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;

/** ResNet-18 in torchvision's form, with all channels, on a small image. */
@ResNet(
        input = @Input(channels = 3, height = 35, width = 41),
        classes = 10,
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 128),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512)
        })
interface TorchvisionResNet18At35Spec {}
