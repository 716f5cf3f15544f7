package dev.netwright.models.mobilenet;

import dev.netwright.annotations.MobileNetV2;

/** MobileNetV2 of Sandler et al. (2018), table 2, in torchvision's form, {@code mobilenet_v2}: 3,504,872 parameters. */
@MobileNetV2
public interface ImageNetMobileNetV2Spec {}
