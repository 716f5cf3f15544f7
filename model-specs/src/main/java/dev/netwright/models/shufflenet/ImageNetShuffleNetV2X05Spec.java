package dev.netwright.models.shufflenet;

import dev.netwright.annotations.ShuffleNetV2;

/**
 * ShuffleNet V2 of Ma et al. (2018), table 5, 0.5x, in torchvision's form, {@code shufflenet_v2_x0_5}: 1,366,792 parameters.
 */
@ShuffleNetV2(
        stages = {
            @ShuffleNetV2.Stage(blocks = 4, branch = 24),
            @ShuffleNetV2.Stage(blocks = 8, branch = 48),
            @ShuffleNetV2.Stage(blocks = 4, branch = 96)
        })
public interface ImageNetShuffleNetV2X05Spec {}
