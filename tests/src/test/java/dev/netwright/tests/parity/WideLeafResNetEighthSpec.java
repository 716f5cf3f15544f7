package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.Stem;

/** The wide residual network in the form of d2l.ai, with an eighth of the channels. */
@ResNet(
        input = @Input(channels = 3, height = 41, width = 33),
        stem = @Stem(channels = 8),
        classes = 176,
        convBias = true,
        shortcutNorm = false,
        stages = {
            @ResNet.Stage(blocks = 2, channels = 8, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 32),
            @ResNet.Stage(blocks = 2, channels = 64),
            @ResNet.Stage(blocks = 3, channels = 256)
        })
interface WideLeafResNetEighthSpec {}
