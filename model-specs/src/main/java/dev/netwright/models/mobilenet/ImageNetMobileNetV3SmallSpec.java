package dev.netwright.models.mobilenet;

import dev.netwright.annotations.MobileNetV3;

/**
 * MobileNetV3-Small of Howard et al. (2019), table 2, in torchvision's form, {@code mobilenet_v3_small}: 2,542,856
 * parameters.
 */
@MobileNetV3(variant = MobileNetV3.Variant.SMALL)
public interface ImageNetMobileNetV3SmallSpec {}
