package dev.netwright.models.shufflenet;

import dev.netwright.annotations.ShuffleNetV2;

/**
 * ShuffleNet V2 of Ma et al. (2018), table 5, 2x, in torchvision's form, {@code shufflenet_v2_x2_0}: 7,393,996 parameters.
 */
@ShuffleNetV2(
        stages = {
            @ShuffleNetV2.Stage(blocks = 4, branch = 122),
            @ShuffleNetV2.Stage(blocks = 8, branch = 244),
            @ShuffleNetV2.Stage(blocks = 4, branch = 488)
        },
        last = 2048)
public interface ImageNetShuffleNetV2X20Spec {}
