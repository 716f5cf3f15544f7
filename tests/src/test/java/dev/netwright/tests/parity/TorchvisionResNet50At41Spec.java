package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;

/** ResNet-50 in torchvision's form, with all channels, on a small image. */
@ResNet(
        input = @Input(channels = 3, height = 41, width = 35),
        classes = 10,
        form = ResidualForm.BOTTLENECK,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 128),
            @ResNet.Stage(blocks = 6, channels = 256),
            @ResNet.Stage(blocks = 3, channels = 512)
        })
interface TorchvisionResNet50At41Spec {}
