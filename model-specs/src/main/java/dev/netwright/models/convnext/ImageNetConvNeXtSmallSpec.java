package dev.netwright.models.convnext;

import dev.netwright.annotations.ConvNeXt;

/** ConvNeXt-S of Liu et al. (2022), in torchvision's form, {@code convnext_small}: 50,223,688 parameters. */
@ConvNeXt(
        stages = {
            @ConvNeXt.Stage(blocks = 3, channels = 96),
            @ConvNeXt.Stage(blocks = 3, channels = 192),
            @ConvNeXt.Stage(blocks = 27, channels = 384),
            @ConvNeXt.Stage(blocks = 3, channels = 768)
        },
        stochasticDepth = 0.4)
public interface ImageNetConvNeXtSmallSpec {}
