package dev.netwright.models.shufflenet;

import dev.netwright.annotations.ShuffleNetV2;

/**
 * ShuffleNet V2 of Ma et al. (2018), table 5, 1x, in torchvision's form, {@code shufflenet_v2_x1_0}: 2,278,604 parameters.
 */
@ShuffleNetV2
public interface ImageNetShuffleNetV2X10Spec {}
