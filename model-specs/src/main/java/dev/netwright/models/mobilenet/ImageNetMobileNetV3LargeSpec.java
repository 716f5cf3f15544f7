package dev.netwright.models.mobilenet;

import dev.netwright.annotations.MobileNetV3;

/**
 * MobileNetV3-Large of Howard et al. (2019), table 1, in torchvision's form, {@code mobilenet_v3_large}: 5,483,032
 * parameters.
 */
@MobileNetV3
public interface ImageNetMobileNetV3LargeSpec {}
