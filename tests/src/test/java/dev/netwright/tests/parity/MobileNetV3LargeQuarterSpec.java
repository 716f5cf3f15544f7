package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.MobileNetV3;

/** MobileNetV3-Large in torchvision's form, with a quarter of the channels, at least 8. */
@MobileNetV3(
        input = @Input(channels = 3, height = 35, width = 51),
        classes = 10,
        variant = MobileNetV3.Variant.LARGE,
        width = 0.25)
interface MobileNetV3LargeQuarterSpec {}
