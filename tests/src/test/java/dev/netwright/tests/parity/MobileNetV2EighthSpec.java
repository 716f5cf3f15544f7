package dev.netwright.tests.parity;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.MobileNetV2;

/** MobileNetV2 in torchvision's form, with an eighth of the channels, at least 8. */
@MobileNetV2(input = @Input(channels = 3, height = 67, width = 99), classes = 10, width = 0.125)
interface MobileNetV2EighthSpec {}
