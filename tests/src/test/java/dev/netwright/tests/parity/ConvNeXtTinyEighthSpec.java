package dev.netwright.tests.parity;

import dev.netwright.annotations.ConvNeXt;
import dev.netwright.annotations.Input;

/** ConvNeXt-T with an eighth of the channels, and factors that don't hide the blocks. */
@ConvNeXt(
        input = @Input(channels = 3, height = 64, width = 71),
        classes = 10,
        stages = {
            @ConvNeXt.Stage(blocks = 3, channels = 12),
            @ConvNeXt.Stage(blocks = 3, channels = 24),
            @ConvNeXt.Stage(blocks = 9, channels = 48),
            @ConvNeXt.Stage(blocks = 3, channels = 96)
        },
        layerScale = 0.5)
interface ConvNeXtTinyEighthSpec {}
