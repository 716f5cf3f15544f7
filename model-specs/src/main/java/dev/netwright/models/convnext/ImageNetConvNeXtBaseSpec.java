package dev.netwright.models.convnext;

import dev.netwright.annotations.ConvNeXt;

/** ConvNeXt-B of Liu et al. (2022), in torchvision's form, {@code convnext_base}: 88,591,464 parameters. */
@ConvNeXt(
        stages = {
            @ConvNeXt.Stage(blocks = 3, channels = 128),
            @ConvNeXt.Stage(blocks = 3, channels = 256),
            @ConvNeXt.Stage(blocks = 27, channels = 512),
            @ConvNeXt.Stage(blocks = 3, channels = 1024)
        },
        stochasticDepth = 0.5)
public interface ImageNetConvNeXtBaseSpec {}
