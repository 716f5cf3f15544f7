package dev.netwright.models.efficientnet;

import dev.netwright.annotations.EfficientNet;

/** EfficientNet-B0 of Tan and Le (2019), in torchvision's form, {@code efficientnet_b0}: 5,288,548 parameters. */
@EfficientNet
public interface ImageNetEfficientNetB0Spec {}
