package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;

/** ResNet-18 in the form of d2l.ai, with all channels, on a small image. */
@ResNet(
        input = @Input(channels = 1, height = 33, width = 41),
        classes = 10,
        convBias = true,
        shortcutNorm = false,
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 128),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512)
        })
interface ResNet18At33Spec {}
