package dev.netwright.models.efficientnet;

import dev.netwright.annotations.EfficientNet;

/** EfficientNet-B1 of Tan and Le (2019), in torchvision's form, {@code efficientnet_b1}: 7,794,184 parameters. */
@EfficientNet(variant = EfficientNet.Variant.B1)
public interface ImageNetEfficientNetB1Spec {}
