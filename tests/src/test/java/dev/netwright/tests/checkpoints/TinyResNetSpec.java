package dev.netwright.tests.checkpoints;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;
import dev.netwright.annotations.Stem;

/** Residual blocks, small enough for a checkpoint in version control. */
@ResNet(
        input = @Input(channels = 1, height = 12, width = 12),
        classes = 10,
        stem =
                @Stem(
                        channels = 2,
                        kernel = 3,
                        stride = 1,
                        padding = 1,
                        pool = {}),
        stages = {@ResNet.Stage(blocks = 2, channels = 2, stride = 1), @ResNet.Stage(blocks = 2, channels = 3)})
interface TinyResNetSpec {}
