package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;
import dev.netwright.annotations.Stem;

/** ResNet-101 in torchvision's form, with a quarter of the channels, on a small image. */
@ResNet(
        input = @Input(channels = 3, height = 33, width = 37),
        classes = 10,
        stem = @Stem(channels = 16),
        form = ResidualForm.BOTTLENECK,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 16, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 32),
            @ResNet.Stage(blocks = 23, channels = 64),
            @ResNet.Stage(blocks = 3, channels = 128)
        })
interface TorchvisionResNet101QuarterSpec {}
