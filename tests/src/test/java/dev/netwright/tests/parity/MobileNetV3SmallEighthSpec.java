package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.MobileNetV3;

/** MobileNetV3-Small in torchvision's form, with an eighth of the channels, at least 8. */
@MobileNetV3(
        input = @Input(channels = 3, height = 67, width = 99),
        classes = 10,
        variant = MobileNetV3.Variant.SMALL,
        width = 0.125)
interface MobileNetV3SmallEighthSpec {}
