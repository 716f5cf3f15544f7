package dev.netwright.tests.torch;

import dev.netwright.annotations.EfficientNet;

/** EfficientNetV2-M of Tan and Le (2021), in torchvision's form, {@code efficientnet_v2_m}: 54,139,356 parameters. */
@EfficientNet(variant = EfficientNet.Variant.V2_M)
public interface TorchvisionEfficientNetV2MSpec {}
