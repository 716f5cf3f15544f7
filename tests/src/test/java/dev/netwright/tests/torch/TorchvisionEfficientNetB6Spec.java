package dev.netwright.tests.torch;

import dev.netwright.annotations.EfficientNet;

/** EfficientNet-B6 of Tan and Le (2019), in torchvision's form, {@code efficientnet_b6}: 43,040,704 parameters. */
@EfficientNet(variant = EfficientNet.Variant.B6)
public interface TorchvisionEfficientNetB6Spec {}
