package dev.netwright.tests.torch;

import dev.netwright.annotations.EfficientNet;

/** EfficientNetV2-L of Tan and Le (2021), in torchvision's form, {@code efficientnet_v2_l}: 118,515,272 parameters. */
@EfficientNet(variant = EfficientNet.Variant.V2_L)
public interface TorchvisionEfficientNetV2LSpec {}
