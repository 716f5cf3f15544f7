package dev.netwright.tests.torch;

import dev.netwright.annotations.EfficientNet;

/** EfficientNet-B7 of Tan and Le (2019), in torchvision's form, {@code efficientnet_b7}: 66,347,960 parameters. */
@EfficientNet(variant = EfficientNet.Variant.B7)
public interface TorchvisionEfficientNetB7Spec {}
