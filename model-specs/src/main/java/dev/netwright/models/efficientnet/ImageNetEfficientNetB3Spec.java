package dev.netwright.models.efficientnet;

import dev.netwright.annotations.EfficientNet;

/** EfficientNet-B3 of Tan and Le (2019), in torchvision's form, {@code efficientnet_b3}: 12,233,232 parameters. */
@EfficientNet(variant = EfficientNet.Variant.B3)
public interface ImageNetEfficientNetB3Spec {}
