package dev.netwright.tests.torch;

import dev.netwright.annotations.ConvNeXt;
import dev.netwright.annotations.Input;

/** ConvNeXt of two small stages. */
@ConvNeXt(
        input = @Input(channels = 3, height = 16, width = 16),
        classes = 10,
        stages = {@ConvNeXt.Stage(blocks = 1, channels = 8), @ConvNeXt.Stage(blocks = 2, channels = 12)})
interface SmallConvNeXtSpec {}
