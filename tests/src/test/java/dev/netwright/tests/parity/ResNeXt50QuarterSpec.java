package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;
import dev.netwright.annotations.Stem;

/** ResNeXt-50 in torchvision's form, with a quarter of the channels: 32 groups of 1 to 8. */
@ResNet(
        input = @Input(channels = 3, height = 33, width = 37),
        classes = 10,
        form = ResidualForm.BOTTLENECK,
        stem = @Stem(channels = 16),
        groups = 32,
        widthPerGroup = 4,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 16, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 32),
            @ResNet.Stage(blocks = 6, channels = 64),
            @ResNet.Stage(blocks = 3, channels = 128)
        })
interface ResNeXt50QuarterSpec {}
