package dev.netwright.models.efficientnet;

import dev.netwright.annotations.EfficientNet;

/** EfficientNetV2-S of Tan and Le (2021), in torchvision's form, {@code efficientnet_v2_s}: 21,458,488 parameters. */
@EfficientNet(variant = EfficientNet.Variant.V2_S)
public interface ImageNetEfficientNetV2SSpec {}
