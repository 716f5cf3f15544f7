package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ShuffleNetV2;

/** ShuffleNet V2 in torchvision's form, with about a quarter of the channels. */
@ShuffleNetV2(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        stem = 8,
        stages = {
            @ShuffleNetV2.Stage(blocks = 4, branch = 15),
            @ShuffleNetV2.Stage(blocks = 8, branch = 29),
            @ShuffleNetV2.Stage(blocks = 4, branch = 58)
        },
        last = 128)
interface ShuffleNetV2QuarterSpec {}
