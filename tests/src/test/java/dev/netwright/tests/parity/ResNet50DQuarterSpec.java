package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.ResidualForm;
import dev.netwright.annotations.Stem;

/** ResNet-50-D, with a quarter of the channels. */
@ResNet(
        input = @Input(channels = 3, height = 33, width = 37),
        classes = 10,
        form = ResidualForm.BOTTLENECK,
        stem = @Stem(channels = 16, deep = true),
        averageShortcut = true,
        stages = {
            @ResNet.Stage(blocks = 3, channels = 16, stride = 1),
            @ResNet.Stage(blocks = 4, channels = 32),
            @ResNet.Stage(blocks = 6, channels = 64),
            @ResNet.Stage(blocks = 3, channels = 128)
        })
interface ResNet50DQuarterSpec {}
