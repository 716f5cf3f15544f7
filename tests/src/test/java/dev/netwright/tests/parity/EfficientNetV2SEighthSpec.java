package dev.netwright.tests.parity;

import dev.netwright.annotations.EfficientNet;
import dev.netwright.annotations.Input;

/** EfficientNetV2-S in torchvision's form, with an eighth of the channels, at least 8. */
@EfficientNet(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        variant = EfficientNet.Variant.V2_S,
        width = 0.125)
interface EfficientNetV2SEighthSpec {}
