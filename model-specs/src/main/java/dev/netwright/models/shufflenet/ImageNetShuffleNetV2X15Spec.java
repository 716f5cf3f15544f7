package dev.netwright.models.shufflenet;

import dev.netwright.annotations.ShuffleNetV2;

/**
 * ShuffleNet V2 of Ma et al. (2018), table 5, 1.5x, in torchvision's form, {@code shufflenet_v2_x1_5}: 3,503,624 parameters.
 */
@ShuffleNetV2(
        stages = {
            @ShuffleNetV2.Stage(blocks = 4, branch = 88),
            @ShuffleNetV2.Stage(blocks = 8, branch = 176),
            @ShuffleNetV2.Stage(blocks = 4, branch = 352)
        })
public interface ImageNetShuffleNetV2X15Spec {}
