package dev.netwright.tests.parity;

import dev.netwright.annotations.EfficientNet;
import dev.netwright.annotations.Input;

/** EfficientNet-B1 in torchvision's form, with an eighth of the channels, at least 8. */
@EfficientNet(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        variant = EfficientNet.Variant.B1,
        width = 0.125)
interface EfficientNetB1EighthSpec {}
